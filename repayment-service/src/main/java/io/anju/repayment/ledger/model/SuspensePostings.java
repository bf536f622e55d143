package io.anju.repayment.ledger.model;

import static io.anju.repayment.ledger.model.AccountCode.COUNTER_CLEARING;
import static io.anju.repayment.ledger.model.AccountCode.SUSPENSE;
import static io.anju.repayment.ledger.model.AccountCode.WALLET_CLEARING;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Which accounts move when the rail shows money that cannot be placed, and when it is placed after all. No loan is
 * concerned: these transfers belong to the bank. Amounts are signed, in fen: negative for money that went out.
 */
public final class SuspensePostings {

    private SuspensePostings() {}

    /** The break's money is taken into the books from this clearing account; once per break. */
    public static Transfer suspended(UUID id, UUID breakId, LocalDate date, AccountCode clearing, long amount) {
        return between(id, "suspense:" + breakId, TransferKind.SUSPENSE, date, breakId, clearing, amount);
    }

    /** It is dealt with at the counter: paid back by transfer, or posted to a loan as if it had come by one. */
    public static Transfer releasedToCounter(UUID id, UUID breakId, LocalDate date, long amount) {
        return released(id, breakId, date, COUNTER_CLEARING, amount);
    }

    /** It was taken back, or never was: the posting is undone. */
    public static Transfer withdrawn(UUID id, UUID breakId, LocalDate date, AccountCode clearing, long amount) {
        return released(id, breakId, date, clearing, amount);
    }

    /** A wallet's institution took credit under this order: it is owed back. */
    public static Transfer creditTaken(UUID id, String order, LocalDate date, long amount) {
        return credit(id, order, TransferKind.CREDIT_TAKEN, date, amount);
    }

    /** It has gone back, by this order. */
    public static Transfer creditReturned(UUID id, String order, LocalDate date, long amount) {
        return credit(id, order, TransferKind.CREDIT_RETURNED, date, -amount);
    }

    private static Transfer credit(UUID id, String order, TransferKind kind, LocalDate date, long amount) {
        var lines =
                List.of(new Line(Account.ofBank(WALLET_CLEARING), amount), new Line(Account.ofBank(SUSPENSE), -amount));
        return new Transfer(id, order, kind, Account.BANK, date, order, null, lines);
    }

    private static Transfer released(UUID id, UUID breakId, LocalDate date, AccountCode to, long amount) {
        return between(id, "release:" + breakId, TransferKind.RELEASE, date, breakId, to, -amount);
    }

    /** So much more on {@code account}, and as much more owed in suspense. */
    private static Transfer between(
            UUID id, String key, TransferKind kind, LocalDate date, UUID breakId, AccountCode account, long amount) {
        var lines = List.of(new Line(Account.ofBank(account), amount), new Line(Account.ofBank(SUSPENSE), -amount));
        return new Transfer(id, key, kind, Account.BANK, date, "BREAK " + breakId, null, lines);
    }
}
