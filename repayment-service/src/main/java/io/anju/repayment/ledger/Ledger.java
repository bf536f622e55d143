package io.anju.repayment.ledger;

import io.anju.kernel.result.Result;
import io.anju.kit.tx.Tx;
import io.anju.repayment.ledger.model.Account;
import io.anju.repayment.ledger.model.AccountCode;
import io.anju.repayment.ledger.model.LedgerRefusal;
import io.anju.repayment.ledger.model.Position;
import io.anju.repayment.ledger.model.PostedTransfer;
import io.anju.repayment.ledger.model.Posting;
import io.anju.repayment.ledger.model.Transfer;
import io.anju.repayment.ledger.model.TransferKind;
import io.anju.repayment.ledger.model.TrialBalance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Posts transfers and tells what was posted. Each method works inside its caller's transaction, so that money and the
 * state that it belongs to move together or not at all.
 */
@ApplicationScoped
public class Ledger {

    private final Journal journal;

    /** A ledger on that journal. */
    public Ledger(Journal journal) {
        this.journal = journal;
    }

    /** Opens the accounts that a loan needs; those already open stay as they are. */
    public Uni<Void> openLoan(Tx tx, UUID loanId) {
        return journal.open(
                tx,
                Arrays.stream(AccountCode.values())
                        .filter(AccountCode::ofLoan)
                        .map(code -> Account.ofLoan(code, loanId))
                        .toList());
    }

    /** Posts one transfer. The same transfer under the same key again is answered, not posted. */
    public Uni<Result<Posting, LedgerRefusal>> post(Tx tx, Transfer transfer) {
        return postAll(tx, List.of(transfer)).map(List::getFirst);
    }

    /**
     * Posts many transfers in one statement: the way of batch work. Answers in the order asked; those refused leave the
     * others as they are, except for a balance below zero, with which the database ends the whole transaction.
     */
    public Uni<List<Result<Posting, LedgerRefusal>>> postAll(Tx tx, List<Transfer> transfers) {
        if (transfers.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return journal.append(tx, transfers)
                .flatMap(appended -> judge(tx, transfers, appended))
                .onFailure(BalanceBelowZero.class)
                .recoverWithItem(transfers.stream()
                        .<Result<Posting, LedgerRefusal>>map(Ledger::tooLow)
                        .toList());
    }

    /** Undoes a transfer line by line. Asked again, it answers with the reversal that stands there; a reversal stays. */
    public Uni<Result<Posting, LedgerRefusal>> reverse(
            Tx tx, UUID transferId, UUID reversalId, LocalDate date, String reason) {
        return journal.findByIds(tx, List.of(transferId))
                .map(List::getFirst)
                .map(PostedTransfer::transfer)
                .flatMap(wrong -> wrong.kind() == TransferKind.REVERSAL
                        ? Uni.createFrom().item(Result.refused(new LedgerRefusal.IsReversal(wrong.id())))
                        : post(tx, wrong.reversal(reversalId, date, reason)));
    }

    /** The transfer, if there is one. */
    public Uni<Optional<Transfer>> find(Tx tx, UUID transferId) {
        return journal.findByIds(tx, List.of(transferId))
                .map(found -> found.stream().findFirst().map(PostedTransfer::transfer));
    }

    /** Whether a transfer was undone. */
    public Uni<Boolean> isReversed(Tx tx, UUID transferId) {
        return journal.isReversed(tx, transferId);
    }

    /** The loan's transfers behind a position, up to a business date, oldest first, at most {@code limit}. */
    public Uni<List<PostedTransfer>> listOfLoan(Tx tx, UUID loanId, Position after, LocalDate to, int limit) {
        return journal.listOfLoan(tx, loanId, after, to, limit);
    }

    /** What was owed of the loan's principal at a position among its transfers, fen. */
    public Uni<Long> principalOwedAt(Tx tx, UUID loanId, Position at) {
        return journal.principalOwedAt(tx, loanId, at);
    }

    /** What is owed of the principal of these loans, billed or not, fen. */
    public Uni<Map<UUID, Long>> principalOwed(Tx tx, Collection<UUID> loanIds) {
        return journal.balances(tx, AccountCode.LOAN_PRINCIPAL, loanIds);
    }

    /** All debits and credits by kind of account. */
    public Uni<TrialBalance> trialBalance(Tx tx) {
        return journal.trialBalance(tx);
    }

    private Uni<List<Result<Posting, LedgerRefusal>>> judge(Tx tx, List<Transfer> wanted, Set<UUID> appended) {
        List<String> taken = wanted.stream()
                .filter(transfer -> !appended.contains(transfer.id()))
                .map(Transfer::key)
                .toList();
        if (taken.isEmpty()) {
            return Uni.createFrom().item(wanted.stream().map(Ledger::posted).toList());
        }
        // A statement of its own: what another transaction committed meanwhile is invisible to the one that met it.
        return journal.findByKeys(tx, taken)
                .map(found -> found.stream()
                        .map(PostedTransfer::transfer)
                        .collect(Collectors.toMap(Transfer::key, Function.identity())))
                .map(standing -> wanted.stream()
                        .map(transfer ->
                                appended.contains(transfer.id()) ? posted(transfer) : answer(transfer, standing))
                        .toList());
    }

    private static Result<Posting, LedgerRefusal> answer(Transfer wanted, Map<String, Transfer> standing) {
        Transfer there = standing.get(wanted.key());
        if (there == null) {
            throw new IllegalStateException("neither appended nor found: " + wanted.key());
        }
        return wanted.movesTheSameAs(there)
                ? Result.ok(new Posting.AlreadyPosted(there.id()))
                : Result.refused(new LedgerRefusal.KeyTaken(wanted.key(), there.id(), wanted.amount(), there.amount()));
    }

    private static Result<Posting, LedgerRefusal> posted(Transfer transfer) {
        return Result.ok(new Posting.Posted(transfer.id()));
    }

    private static Result<Posting, LedgerRefusal> tooLow(Transfer transfer) {
        return Result.refused(new LedgerRefusal.BalanceTooLow(transfer.loanId(), transfer.amount()));
    }
}
