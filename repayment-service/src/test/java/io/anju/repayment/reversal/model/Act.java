package io.anju.repayment.reversal.model;

import io.anju.kernel.schedule.PrepaymentOption;
import java.time.LocalDate;
import java.util.UUID;

/** What somebody does on a day of a loan's {@link Life}. */
sealed interface Act {

    LocalDate date();

    /** A sum for what is due, the oldest first. */
    record Pay(UUID id, LocalDate date, long amount) implements Act {}

    /** The next instalment, before it falls due. */
    record Ahead(UUID id, LocalDate date) implements Act {}

    /** Late charges of an instalment waived. */
    record Waive(UUID id, LocalDate date, int number, long amount) implements Act {}

    /** Principal repaid ahead; all that is outstanding if that is not more. */
    record Prepay(UUID id, LocalDate date, long amount, PrepaymentOption option) implements Act {}
}
