package io.anju.repayment.rail.model;

import io.anju.kernel.result.Result;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An order's life: placed with us, sent to the rail, concluded by it. What the rail says may reach us late, twice, out
 * of order, or before our own note that we sent the order; hence {@link Open} covers both states that can be concluded,
 * and a concluded order has no transition at all.
 */
public sealed interface RailOrder {

    /** What the rail was told. */
    Instruction instruction();

    private static Result<Concluded, RailRefusal> otherAmount(Instruction ordered, long known, RailOutcome told) {
        return Result.refused(new RailRefusal.OtherAmount(ordered.reference(), known, told.amount()));
    }

    /** The outcome is not known yet. */
    sealed interface Open extends RailOrder {

        /** Takes the rail's word, if it is about this order's money. */
        default Result<Concluded, RailRefusal> conclude(RailOutcome outcome) {
            if (!outcome.isAbout(instruction())) {
                return otherAmount(instruction(), instruction().amount(), outcome);
            }
            return Result.ok(
                    switch (outcome.of(instruction())) {
                        case RailOutcome.Done done ->
                            new Succeeded(instruction(), done.transactionId(), done.amount(), done.valueDate());
                        case RailOutcome.NotDone not -> new Failed(instruction(), not.transactionId(), not.reason());
                        case RailOutcome.NotAllowed not -> new Failed(instruction(), not.transactionId(), not.reason());
                    });
        }
    }

    /** The outcome is known, once and for all. */
    sealed interface Concluded extends RailOrder {

        /** The rail's own id. */
        String transactionId();

        /** Fen that moved; where none did, those that were to. */
        default long amount() {
            return instruction().amount();
        }

        /**
         * The rail's word again: the same changes nothing. It is another one when it tells of another amount, of money that
         * moved after all or did not, or of whose money it was.
         */
        default Result<Concluded, RailRefusal> toldAgain(RailOutcome outcome) {
            boolean anotherPart = this instanceof Succeeded done
                    && outcome instanceof RailOutcome.Done
                    && outcome.amount() != done.amount();
            if (anotherPart || !outcome.isAbout(instruction())) {
                return otherAmount(instruction(), amount(), outcome);
            }
            return isSaidBy(outcome.of(instruction()))
                    ? Result.ok(this)
                    : Result.refused(new RailRefusal.Contradiction(instruction().reference()));
        }

        private boolean isSaidBy(RailOutcome outcome) {
            return switch (outcome) {
                case RailOutcome.Done done -> this instanceof Succeeded;
                case RailOutcome.NotDone not -> this instanceof Failed failed && !failed.isPaidFromCredit();
                case RailOutcome.NotAllowed not -> this instanceof Failed failed && failed.isPaidFromCredit();
            };
        }
    }

    /** Decided, and not carried to the rail yet. */
    record Placed(Instruction instruction) implements Open {}

    /** Carried to the rail, though perhaps not all the way: the outcome will be told or can be asked for. */
    record Sent(Instruction instruction) implements Open {}

    /**
     * The money moved.
     *
     * @param amount fen that did: all that was ordered or, where that was accepted, a part of it
     * @param valueDate on which it did, by the rail's word; empty when the rail did not say
     */
    record Succeeded(Instruction instruction, String transactionId, long amount, Optional<LocalDate> valueDate)
            implements Concluded {

        public Succeeded {
            boolean isPart = amount > 0 && amount < instruction.amount() && instruction.partAccepted();
            if (amount != instruction.amount() && !isPart) {
                throw new IllegalArgumentException(amount + " of " + instruction);
            }
        }

        /** Whether less moved than was ordered. */
        public boolean isPart() {
            return amount < instruction.amount();
        }

        /**
         * The day on which it moved, as far as it can be believed: not before it was decided, and not after it was told
         * of, on which day it counts too when the rail did not say.
         */
        public LocalDate movedOn(LocalDate toldOn) {
            LocalDate day = valueDate.filter(said -> !said.isAfter(toldOn)).orElse(toldOn);
            LocalDate earliest = instruction.date();
            return day.isBefore(earliest) && !earliest.isAfter(toldOn) ? earliest : day;
        }
    }

    /** The money did not move, or has to go back. */
    record Failed(Instruction instruction, String transactionId, String reason) implements Concluded {

        /** Whether it did move, but was credit, with which an instalment is not paid. */
        public boolean isPaidFromCredit() {
            return reason.equals(RailOutcome.PAID_FROM_CREDIT);
        }
    }
}
