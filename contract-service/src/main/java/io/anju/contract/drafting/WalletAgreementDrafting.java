package io.anju.contract.drafting;

import io.anju.contract.drafting.Draftsman.Order;
import io.anju.contract.drafting.model.WalletAgreement;
import io.anju.contract.party.Identity;
import io.anju.contract.signing.SigningConfig;
import io.anju.contract.signing.model.ContractKind;
import io.anju.contract.signing.model.Party;
import io.anju.contract.task.Outcome;
import io.anju.contract.task.Payloads;
import io.anju.contract.task.Task;
import io.anju.contract.task.TaskHandler;
import io.anju.contract.task.TaskKind;
import io.anju.kit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;

/** Makes the agreement of a wallet that is to be linked. */
@ApplicationScoped
class WalletAgreementDrafting implements TaskHandler {
    private final Identity identity;
    private final Draftsman draftsman;
    private final Payloads payloads;
    private final BusinessClock clock;
    private final DraftingConfig config;
    private final SigningConfig signing;

    WalletAgreementDrafting(
            Identity identity,
            Draftsman draftsman,
            Payloads payloads,
            BusinessClock clock,
            DraftingConfig config,
            SigningConfig signing) {
        this.identity = identity;
        this.draftsman = draftsman;
        this.payloads = payloads;
        this.clock = clock;
        this.config = config;
        this.signing = signing;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.DRAFT_WALLET_AGREEMENT;
    }

    @Override
    public Uni<Outcome> work(Task task) {
        WalletAgreement asked = payloads.read(task, WalletAgreement.class);
        return identity.party(asked.customerId())
                .flatMap(party -> draftsman.draft(() -> order(asked, party)))
                .map(draft -> new Outcome.Done(tx -> draftsman.keep(tx, draft)));
    }

    private Order order(WalletAgreement asked, Party party) {
        LocalDate today = clock.today();
        LocalDate expiresOn = today.plusDays(signing.daysToSign());
        String number = Draftsman.number(today, asked.agreementId());
        return new Order(
                asked.agreementId(),
                number,
                ContractKind.WALLET_AGREEMENT,
                asked.customerId(),
                asked.linkId(),
                asked.mortgageBalance(),
                expiresOn,
                party,
                // No property is named in it.
                "",
                asked.fields(party, config.lender(), number, today, expiresOn),
                Optional.empty());
    }
}
