package io.anju.contract.amendment;

import io.anju.contract.amendment.model.AmendmentFields;
import io.anju.contract.amendment.model.AmendmentWanted;
import io.anju.contract.drafting.DraftingConfig;
import io.anju.contract.drafting.Draftsman;
import io.anju.contract.drafting.Draftsman.Draft;
import io.anju.contract.drafting.Draftsman.Order;
import io.anju.contract.signing.Contracts;
import io.anju.contract.signing.Contracts.Contents;
import io.anju.contract.signing.model.Contract;
import io.anju.contract.signing.model.ContractFacts;
import io.anju.contract.task.Outcome;
import io.anju.contract.task.Payloads;
import io.anju.contract.task.Task;
import io.anju.contract.task.TaskHandler;
import io.anju.contract.task.TaskKind;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Makes the amendment of a contract in force: whose it is and which property secures it is taken from that contract. */
@ApplicationScoped
class AmendmentDrafting implements TaskHandler {
    private final Contracts contracts;
    private final Draftsman draftsman;
    private final Payloads payloads;
    private final DraftingConfig config;
    private final Transactions transactions;
    private final BusinessClock clock;

    AmendmentDrafting(
            Contracts contracts,
            Draftsman draftsman,
            Payloads payloads,
            DraftingConfig config,
            Transactions transactions,
            BusinessClock clock) {
        this.contracts = contracts;
        this.draftsman = draftsman;
        this.payloads = payloads;
        this.config = config;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Amended(ContractFacts facts, Contents contents) {}

    @Override
    public TaskKind kind() {
        return TaskKind.AMEND;
    }

    @Override
    public Uni<Outcome> work(Task task) {
        AmendmentWanted wanted = payloads.read(task, AmendmentWanted.class);
        return transactions
                .run(tx -> load(tx, wanted))
                .flatMap(amended -> draftsman.draft(() -> order(wanted, amended)))
                .map(draft -> new Outcome.Done(tx -> keepOnce(tx, draft)));
    }

    /** The change's id is the amendment's, so that being asked twice is being asked once. */
    private Uni<Void> keepOnce(Tx tx, Draft draft) {
        return contracts
                .find(tx, draft.contract().facts().id())
                .flatMap(found -> found.isPresent() ? Uni.createFrom().voidItem() : draftsman.keep(tx, draft));
    }

    private Uni<Amended> load(Tx tx, AmendmentWanted wanted) {
        return contracts
                .find(tx, wanted.contractId())
                .map(found -> found.map(Contracts.Kept::contract)
                        .filter(Contract.Sealed.class::isInstance)
                        .map(Contract::facts)
                        .filter(facts -> facts.customerId().equals(wanted.customerId()))
                        .orElseThrow(() ->
                                new IllegalStateException("no contract in force to amend: " + wanted.contractId())))
                .flatMap(facts ->
                        contracts.contents(tx, wanted.contractId()).map(contents -> new Amended(facts, contents)));
    }

    private Order order(AmendmentWanted wanted, Amended amended) {
        String number = number(amended.facts(), wanted);
        return new Order(
                wanted.changeId(),
                number,
                wanted.kind().contract(),
                wanted.customerId(),
                amended.facts().applicationId(),
                wanted.principal(),
                wanted.signBy(),
                amended.contents().party(),
                amended.contents().propertyCertificate(),
                AmendmentFields.of(
                        wanted,
                        new AmendmentFields.Paper(
                                number,
                                amended.facts().number(),
                                clock.today(),
                                config.lender(),
                                amended.contents().party())),
                Optional.of(new ContractFacts.Amends(wanted.contractId(), wanted.loanId())));
    }

    /** The contract's own and the end of the change's id: {@code AJ-20261122-7F3A9C21B0D4-BC-1F2E3D4C5B6A}. */
    private static String number(ContractFacts amended, AmendmentWanted wanted) {
        return amended.number() + "-BC-" + Draftsman.tail(wanted.changeId());
    }
}
