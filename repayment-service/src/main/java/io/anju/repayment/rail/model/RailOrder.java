package io.anju.repayment.rail.model;

import io.anju.kernel.result.Result;

/**
 * An order's life: placed with us, sent to the rail, concluded by it. What the rail says may reach us late, twice, out
 * of order, or before our own note that we sent the order; hence {@link Open} covers both states that can be concluded,
 * and a concluded order has no transition at all.
 */
public sealed interface RailOrder {

    /** What the rail was told. */
    Instruction instruction();

    /** The outcome is not known yet. */
    sealed interface Open extends RailOrder {

        /** Takes the rail's word, if it is about this order's money. */
        default Result<Concluded, RailRefusal> conclude(RailOutcome outcome) {
            if (outcome.amount() != instruction().amount()) {
                return Result.refused(new RailRefusal.OtherAmount(
                        instruction().reference(), instruction().amount(), outcome.amount()));
            }
            return Result.ok(
                    switch (outcome) {
                        case RailOutcome.Done done -> new Succeeded(instruction(), done.transactionId());
                        case RailOutcome.NotDone not -> new Failed(instruction(), not.transactionId(), not.reason());
                        case RailOutcome.NotAllowed not -> new Failed(instruction(), not.transactionId(), not.reason());
                    });
        }
    }

    /** The outcome is known, once and for all. */
    sealed interface Concluded extends RailOrder {

        /** The rail's own id. */
        String transactionId();
    }

    /** Decided, and not carried to the rail yet. */
    record Placed(Instruction instruction) implements Open {}

    /** Carried to the rail, though perhaps not all the way: the outcome will be told or can be asked for. */
    record Sent(Instruction instruction) implements Open {}

    /** The money moved. */
    record Succeeded(Instruction instruction, String transactionId) implements Concluded {}

    /** The money did not move. */
    record Failed(Instruction instruction, String transactionId, String reason) implements Concluded {}
}
