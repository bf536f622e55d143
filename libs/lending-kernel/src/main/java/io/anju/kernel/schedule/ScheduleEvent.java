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

    /** One named by instalment. */
    sealed interface AfterInstalment extends ScheduleEvent {

        /** Number of the instalment that it follows; 0: on the start date. */
        int afterInstalment();

        @Override
        default String when() {
            return Integer.toString(afterInstalment());
        }
    }

    /** One on a date. */
    sealed interface OnDate extends ScheduleEvent {

        /** The day, counted in the period that it begins or falls into. */
        LocalDate date();

        @Override
        default String when() {
            return date().toString();
        }
    }

    /**
     * Principal repaid early right after an instalment.
     *
     * @param amount principal in fen
     */
    record Prepayment(int afterInstalment, long amount, PrepaymentOption option) implements AfterInstalment {}

    /**
     * Principal repaid early on a day. The interest of the actual days on all that was outstanding is paid with it
     * (民法典 第六百七十七条: 借款人提前返还借款的，除当事人另有约定外，应当按照实际借款的期间计算利息); the next instalment carries the
     * interest of the days that remain.
     *
     * @param amount principal in fen, the days' interest not included
     */
    record PrepaymentOn(LocalDate date, long amount, PrepaymentOption option) implements OnDate {}

    /** Another rate for the whole of an instalment's period and all later ones. */
    record Repricing(int fromInstalment, AnnualRate annualRate) implements AfterInstalment {
        @Override
        public int afterInstalment() {
            return fromInstalment - 1;
        }

        @Override
        public String when() {
            return Integer.toString(fromInstalment);
        }
    }

    /** Another rate from a day on, that day included. */
    record RepricingOn(LocalDate date, AnnualRate annualRate) implements OnDate {}

    /** Another plan, agreed on a day and counting from the instalment that falls due after it. */
    record PlanChangedOn(LocalDate date, PlanChange change) implements OnDate {}
}
