package io.anju.repayment.wallet.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything about a link's account, for its holder to keep; amounts in fen.
 *
 * @param account what the wallet holds and owes
 * @param payments posted from it, as the ledger has them, oldest first
 * @param paid all of them together
 * @param impact what closing would bring
 */
public record WalletReport(
        WalletLink link, WalletAccount account, List<Payment> payments, long paid, Impact impact, Instant madeAt) {

    /** Transfers of a loan that are looked at; more than any has in its whole term. */
    public static final int MOST = 2_000;

    public WalletReport {
        payments = List.copyOf(payments);
    }

    /** One of them; {@code reference} as the statement prints it. */
    public record Payment(LocalDate date, String reference, long amount) {}
}
