package io.anju.repayment.loan.model;

import io.anju.kernel.schedule.PrepaymentOption;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What happened to a loan, as it is recorded for good. Amounts in fen, rates as decimal fractions. */
public sealed interface LoanEvent {

    /** Business date on which it counts. */
    LocalDate date();

    /** The money was paid out. */
    record Disbursed(LocalDate date, long amount) implements LoanEvent {}

    /** An instalment was billed; {@code date} is its due date. */
    record Billed(LocalDate date, int number, long principal, long interest) implements LoanEvent {}

    /** A billed instalment was paid in full. */
    record InstalmentPaid(LocalDate date, int number, long amount) implements LoanEvent {}

    /** The rate was fixed anew; {@code reference} was published on {@code published}. */
    record Repriced(
            LocalDate date,
            BigDecimal oldRate,
            BigDecimal newRate,
            BigDecimal reference,
            LocalDate published,
            long instalment)
            implements LoanEvent {}

    /** Principal was repaid ahead. Interest is negative where some was given back that had been paid ahead. */
    record Prepaid(LocalDate date, long principal, long interest, long compensation, PrepaymentOption option)
            implements LoanEvent {}

    /** Nothing is owed any more. */
    record LoanSettled(LocalDate date) implements LoanEvent {}
}
