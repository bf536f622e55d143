package io.anju.repayment.rail;

import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.RailOutcome;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The payment rail. A failed {@code Uni} says nothing about the money: the rail may have taken the order all the same. */
public interface Rail {

    /** Tells the rail; the same reference twice is the same transaction. Answers with the rail's id. */
    Uni<String> send(Instruction instruction);

    /** Asks what became of an order. */
    Uni<Answer> ask(String reference);

    /**
     * What the rail knows.
     *
     * @param known whether it ever took an order with this reference
     * @param outcome empty while it is under way
     */
    record Answer(boolean known, Optional<RailOutcome> outcome) {}
}
