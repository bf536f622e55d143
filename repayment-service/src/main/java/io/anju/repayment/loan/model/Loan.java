package io.anju.repayment.loan.model;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.FloatingRate;
import io.anju.kernel.rate.RateRefusal;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.Instalment;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.LoanState;
import io.anju.kernel.schedule.ScheduleRefusal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A loan's life: opening (agreed, not paid out), active, settled; or cancelled, its money never having gone. A transition is a method of the state that it leaves;
 * one that does not exist does not compile.
 */
public sealed interface Loan {

    /** What was signed. */
    Agreement agreement();

    /** Whether nothing is owed of it and nothing will be. */
    default boolean isOver() {
        return this instanceof Settled || this instanceof Cancelled;
    }

    /** Ordered, the money not yet with the payee. */
    record Opening(Agreement agreement) implements Loan {

        /** It is not paid out after all. */
        public Cancelled cancelled(LocalDate date) {
            return new Cancelled(agreement, date);
        }

        /**
         * The money has arrived. Interest runs from the day it did: 民法典 第六百七十条, 第六百七十七条 count the actual
         * period of the loan.
         */
        public Active disbursed(LocalDate date) {
            boolean late = date.isAfter(agreement.terms().startDate());
            Agreement begun = late ? agreement.startingOn(date) : agreement;
            LocalDate start = begun.terms().startDate();
            return new Active(
                    begun,
                    LoanPosition.opening(begun.terms(), begun.dueDates()),
                    begun.repricingAfter(start),
                    Optional.empty());
        }
    }

    /**
     * Being repaid.
     *
     * @param position what is not yet billed, and the period that is running
     * @param nextRepricing day on which a floating rate is fixed anew; none once all is billed
     * @param heldBy reference of a rail order that rests on these figures: until its outcome is known they stay
     */
    record Active(
            Agreement agreement, LoanPosition position, Optional<LocalDate> nextRepricing, Optional<String> heldBy)
            implements Loan {

        public Active {
            nextRepricing = nextRepricing.filter(day -> position.state().left() > 0);
        }

        /** An instalment and the loan after it. */
        public record Billing(Instalment instalment, Active after) {}

        /** A new rate and the loan under it; {@code instalment} is the amount of the next one, fen. */
        public record Repricing(LoanEvent.Repriced event, Active after) {}

        /** Whether instalments are left to bill. */
        public boolean isBilling() {
            return position.state().left() > 0;
        }

        /** Bills the next instalment. */
        public Billing bill() {
            LoanPosition.Billed billed = position.bill();
            return new Billing(billed.instalment(), at(billed.after()));
        }

        /**
         * Fixes the rate anew on the repricing day. An instalment paid ahead stays as it was paid: then the new rate
         * counts from its due date.
         */
        public Result<Repricing, RateRefusal> reprice(LocalDate day, FloatingRate floating) {
            return floating.fixOn(day).map(fixing -> {
                Active after = repriced(day, fixing.rate());
                var event = new LoanEvent.Repriced(
                        day,
                        position.state().annualRate().fraction(),
                        fixing.rate().fraction(),
                        fixing.publication().value().fraction(),
                        fixing.publication().date(),
                        after.bill().instalment().amount());
                return new Repricing(event, after);
            });
        }

        /** The loan at the rate that was fixed on a repricing day. */
        Active repriced(LocalDate day, AnnualRate rate) {
            return new Active(agreement, at(day, rate), agreement.repricingAfter(day), heldBy);
        }

        /**
         * The loan after something else was agreed. To simulate is to do it and not to keep it. An instalment paid ahead
         * stays as it was paid: then the change counts from its due date.
         */
        public Result<Active, ScheduleRefusal> changed(LoanEvent.Changed event) {
            return switch (event) {
                case LoanEvent.PlanChanged plan ->
                    position.changedOn(counting(plan.date()), plan.change()).map(this::at);
                case LoanEvent.RateTermsChanged rate ->
                    position.repricedOn(counting(rate.date()), AnnualRate.of(rate.rate()))
                            .map(after -> at(agreement.amended(rate.after().basis()), after, rate.date()));
            };
        }

        private Active at(Agreement amended, LoanPosition next, LocalDate from) {
            return new Active(amended, next, amended.repricingAfter(from), heldBy);
        }

        private LocalDate counting(LocalDate day) {
            return day.isBefore(position.accruedTo()) ? position.accruedTo() : day;
        }

        private LoanPosition at(LocalDate day, AnnualRate rate) {
            return switch (position.repricedOn(counting(day), rate)) {
                case Result.Ok<LoanPosition, ScheduleRefusal>(LoanPosition after) -> after;
                // The calendar brings a repricing day before the due date that ends its period.
                case Result.Refused<LoanPosition, ScheduleRefusal>(ScheduleRefusal refusal) ->
                    throw new IllegalStateException(refusal.toString());
            };
        }

        /** The loan after principal was repaid ahead. */
        public Active prepaid(LoanPosition after) {
            return at(after);
        }

        /** Its figures stay until the order's outcome is known. */
        public Active held(String reference) {
            return new Active(agreement, position, nextRepricing, Optional.of(reference));
        }

        /** The outcome of that order is known; a hold by another one stays. */
        public Active released(String reference) {
            return new Active(agreement, position, nextRepricing, heldBy.filter(held -> !held.equals(reference)));
        }

        /** Nothing is owed any more: neither billed nor to be billed. */
        public Settled settled(LocalDate date) {
            LoanState state = position.state();
            if (!state.isSettled()) {
                throw new IllegalStateException("still owed: " + state.outstanding());
            }
            return new Settled(agreement, position, date);
        }

        private Active at(LoanPosition next) {
            return new Active(agreement, next, nextRepricing, heldBy);
        }
    }

    /** Never paid out, and given up. */
    record Cancelled(Agreement agreement, LocalDate on) implements Loan {}

    /** Repaid. */
    record Settled(Agreement agreement, LoanPosition position, LocalDate on) implements Loan {}
}
