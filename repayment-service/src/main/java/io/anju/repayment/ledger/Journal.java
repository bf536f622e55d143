package io.anju.repayment.ledger;

import io.anju.kit.tx.Tx;
import io.anju.repayment.ledger.model.Account;
import io.anju.repayment.ledger.model.AccountCode;
import io.anju.repayment.ledger.model.Position;
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

    /** Whether a reversal of this transfer is posted. */
    Uni<Boolean> isReversed(Tx tx, UUID transferId);

    /** The loan's transfers behind a position, up to a business date, oldest first, at most {@code limit}. */
    Uni<List<PostedTransfer>> listOfLoan(Tx tx, UUID loanId, Position after, LocalDate to, int limit);

    /** What was owed of the loan's principal at a position, fen. */
    Uni<Long> principalOwedAt(Tx tx, UUID loanId, Position at);

    /** The kept balances of these accounts, fen, by owner; those that are not open are missing. */
    Uni<Map<UUID, Long>> balances(Tx tx, AccountCode code, Collection<UUID> owners);

    /** All debits and credits by kind of account: closed days as they were summed, and every entry since. */
    Uni<TrialBalance> trialBalance(Tx tx);
}
