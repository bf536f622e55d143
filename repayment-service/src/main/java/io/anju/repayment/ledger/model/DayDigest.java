package io.anju.repayment.ledger.model;

import java.time.LocalDate;

/**
 * What a closed day moved, in a form that changes when anything about the day's transfers does, and a link of the chain
 * of days. How it is computed from the entries stands in {@code V9__ledger_days.sql}.
 *
 * @param transfers how many
 * @param debit fen, all debits; the credits are the same
 * @param sha256 64 hexadecimal digits
 * @param previous that of the day before that has one; zeros for the first
 */
public record DayDigest(LocalDate date, long transfers, long debit, long credit, String sha256, String previous) {}
