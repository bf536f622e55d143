package io.anju.repayment.loan;

import io.anju.kit.tx.Tx;
import io.anju.repayment.loan.model.Agreement;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where loans are kept. */
public interface Loans {

    /** Opens a loan; one that is there for the same tranche of the same application stays, and answers false. */
    Uni<Boolean> open(Tx tx, Agreement agreement);

    /** The loan. */
    Uni<Optional<StoredLoan<Loan>>> find(Tx tx, UUID id);

    /** The loan, locked until the transaction ends: whoever changes a loan or orders money for it reads it so. */
    Uni<Optional<StoredLoan<Loan>>> findForUpdate(Tx tx, UUID id);

    /** The loan if it is this customer's; somebody else's is as if there were none. */
    default Uni<Optional<StoredLoan<Loan>>> findOwned(Tx tx, UUID customerId, UUID id) {
        return find(tx, id).map(found -> found.filter(stored -> stored.isOf(customerId)));
    }

    /** The same, locked until the transaction ends. */
    default Uni<Optional<StoredLoan<Loan>>> findOwnedForUpdate(Tx tx, UUID customerId, UUID id) {
        return findForUpdate(tx, id).map(found -> found.filter(stored -> stored.isOf(customerId)));
    }

    /** The customer's loans by id, those after {@code after}, at most {@code limit}. */
    Uni<List<StoredLoan<Loan>>> listOfCustomer(Tx tx, UUID customerId, Optional<UUID> after, int limit);

    /** Keeps changes of loans that were read for update, with their events. Fails if one changed meanwhile. */
    Uni<Void> saveAll(Tx tx, Collection<LoanChange> changes);

    /** Keeps one loan that was read for update and to which nothing happened that is recorded. */
    default Uni<Void> save(Tx tx, StoredLoan<?> before, Loan after) {
        return saveAll(tx, List.of(new LoanChange(before, after, List.of())));
    }

    /**
     * How the contract's loans stand. Asked after a change was saved, the contract is settled for exactly
     * one of several loans that end at one moment: the contract is held until the transaction ends, and the next who asks
     * sees what this one did. Whoever ends loans of many contracts asks in the order of their ids.
     */
    Uni<ContractStanding> standingOf(Tx tx, UUID contractId);

    /** The loan's events of a kind that were not taken back, oldest first, at most {@code limit}. */
    <E extends LoanEvent> Uni<List<E>> listEvents(Tx tx, UUID loanId, Class<E> kind, int limit);

    /** Everything that happened to the loan, oldest first, at most {@code limit}. */
    Uni<List<LoanEvent>> listAllEvents(Tx tx, UUID loanId, int limit);

    /** The kinds of what happened to a loan after a version of it, oldest first, at most {@code limit}: BILLED, REPRICED. */
    Uni<List<String>> listHappenedSince(Tx tx, UUID loanId, long version, int limit);

    /** The loans with these ids, locked in the order of their ids; those that another transaction has locked are waited for. */
    Uni<List<StoredLoan<Loan>>> listForUpdate(Tx tx, Collection<UUID> ids);

    /** Active loans with these ids, locked; those that another transaction has locked are waited for. */
    Uni<List<StoredLoan<Loan.Active>>> listActiveForUpdate(Tx tx, Collection<UUID> ids);

    /** Whether the customer has a loan that is not over. */
    Uni<Boolean> hasActive(Tx tx, UUID customerId);
}
