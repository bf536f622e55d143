package io.anju.contract.drafting;

import io.anju.contract.drafting.Draftsman.Order;
import io.anju.contract.drafting.model.HomeLoanFields;
import io.anju.contract.drafting.model.LoanApproval;
import io.anju.contract.party.Identity;
import io.anju.contract.signing.SigningConfig;
import io.anju.contract.signing.model.ContractKind;
import io.anju.contract.signing.model.Party;
import io.anju.contract.task.Outcome;
import io.anju.contract.task.Payloads;
import io.anju.contract.task.Task;
import io.anju.contract.task.TaskHandler;
import io.anju.contract.task.TaskKind;
import io.anju.kernel.calendar.BusinessDays;
import io.anju.kit.calendar.PublicHolidays;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Makes the contract of an approved loan. */
@ApplicationScoped
public class Drafting implements TaskHandler {
    private final Identity identity;
    private final Draftsman draftsman;
    private final Transactions transactions;
    private final PublicHolidays holidays;
    private final Payloads payloads;
    private final BusinessClock clock;
    private final DraftingConfig config;
    private final SigningConfig signing;

    Drafting(
            Identity identity,
            Draftsman draftsman,
            Transactions transactions,
            PublicHolidays holidays,
            Payloads payloads,
            BusinessClock clock,
            DraftingConfig config,
            SigningConfig signing) {
        this.identity = identity;
        this.draftsman = draftsman;
        this.transactions = transactions;
        this.holidays = holidays;
        this.payloads = payloads;
        this.clock = clock;
        this.config = config;
        this.signing = signing;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.DRAFT;
    }

    @Override
    public Uni<Outcome> work(Task task) {
        LoanApproval approval = payloads.read(task, LoanApproval.class);
        return identity.party(approval.customerId())
                .flatMap(party -> transactions
                        .run(holidays::whole)
                        .flatMap(days -> draftsman.draft(() -> order(task.subject(), approval, party, days))))
                .map(draft -> new Outcome.Done(tx -> draftsman.keep(tx, draft)));
    }

    private Order order(UUID id, LoanApproval approval, Party party, BusinessDays calendar) {
        LocalDate today = clock.today();
        LocalDate expiresOn = today.plusDays(signing.daysToSign());
        String number = Draftsman.number(today, id);
        return new Order(
                id,
                number,
                ContractKind.HOME_LOAN,
                approval.customerId(),
                approval.applicationId(),
                approval.totalPrincipal(),
                expiresOn,
                party,
                approval.property().certificateNumber(),
                HomeLoanFields.of(approval, party, config.lender(), number, today, expiresOn, calendar),
                Optional.empty());
    }
}
