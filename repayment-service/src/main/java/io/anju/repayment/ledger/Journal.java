package io.anju.repayment.ledger;

import io.anju.kit.tx.Tx;
import io.anju.repayment.ledger.model.Account;
import io.anju.repayment.ledger.model.AccountCode;
import io.anju.repayment.ledger.model.PostedTransfer;
import io.anju.repayment.ledger.model.Transfer;
import io.anju.repayment.ledger.model.TrialBalance;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where transfers are kept. It only ever grows; it has no method that changes or removes anything. */
public interface Journal {

    /** Opens accounts that are not there yet, with a balance of zero. */
    Uni<Void> open(Tx tx, Collection<Account> accounts);

    /**
     * Appends those transfers whose key is new, each with its lines and balances, in one statement.
     *
     * @return the ids of those appended; for the others {@link #findByKeys} tells what stands there
     */
    Uni<Set<UUID>> append(Tx tx, List<Transfer> transfers);

    /** The transfers that stand under these keys. */
    Uni<List<PostedTransfer>> findByKeys(Tx tx, Collection<String> keys);

    /** The transfers with these ids. */
    Uni<List<PostedTransfer>> findByIds(Tx tx, Collection<UUID> ids);

    /** The loan's transfers from one business date to another, both included, oldest first, at most {@code limit}. */
    Uni<List<PostedTransfer>> listOfLoan(Tx tx, UUID loanId, LocalDate from, LocalDate to, int limit);

    /** The kept balances of these accounts, fen, by owner; those that are not open are missing. */
    Uni<Map<UUID, Long>> balances(Tx tx, AccountCode code, Collection<UUID> owners);

    /** All debits and credits by kind of account. */
    Uni<TrialBalance> trialBalance(Tx tx);
}
