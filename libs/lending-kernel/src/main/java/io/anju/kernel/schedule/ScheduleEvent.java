package io.anju.kernel.schedule;

import io.anju.kernel.rate.AnnualRate;
import java.time.LocalDate;

/**
 * What happens to a loan after its start and changes the instalments that follow.
 *
 * <p>Events at the end of a period are named by instalment and need no days' interest; events on a date may fall inside
 * a period, which is then split by days. A date that is a due date means the moment after that instalment is paid.
 */
public sealed interface ScheduleEvent {

    /** Number or date, for a message. */
    String when();

    /**
     * Principal repaid early right after an instalment (0: on the start date).
     *
     * @param afterInstalment number of the instalment just paid
     * @param amount principal in fen
     */
    record Prepayment(int afterInstalment, long amount, PrepaymentOption option) implements ScheduleEvent {
        @Override
        public String when() {
            return Integer.toString(afterInstalment);
        }
    }

    /**
     * Principal repaid early on a day. The interest of the actual days on all that was outstanding is paid with it
     * (民法典 第六百七十七条: 借款人提前返还借款的，除当事人另有约定外，应当按照实际借款的期间计算利息); the next instalment carries the
     * interest of the days that remain.
     *
     * @param amount principal in fen, the days' interest not included
     */
    record PrepaymentOn(LocalDate date, long amount, PrepaymentOption option) implements ScheduleEvent {
        @Override
        public String when() {
            return date.toString();
        }
    }

    /** Another rate for the whole of an instalment's period and all later ones. */
    record Repricing(int fromInstalment, AnnualRate annualRate) implements ScheduleEvent {
        @Override
        public String when() {
            return Integer.toString(fromInstalment);
        }
    }

    /** Another rate from a day on, that day included. */
    record RepricingOn(LocalDate date, AnnualRate annualRate) implements ScheduleEvent {
        @Override
        public String when() {
            return date.toString();
        }
    }
}
