package io.anju.kernel.arrears;

import io.anju.kernel.rate.AnnualRate;
import java.time.LocalDate;

/** What happens to an instalment that is not paid, day by day. */
public sealed interface LateStep {

    /** The day; the interest of the day itself is that after the step. */
    LocalDate date();

    /** Money came. @param amount fen */
    record Paid(LocalDate date, long amount) implements LateStep {}

    /** Another penalty rate from the day on: the contract rate was fixed anew, or a misuse was found. */
    record RateFrom(LocalDate date, AnnualRate penaltyRate) implements LateStep {}

    /** A settlement date (结息日), on which unpaid compound interest is capitalised where the contract says so. */
    record SettlementDate(LocalDate date) implements LateStep {}
}
