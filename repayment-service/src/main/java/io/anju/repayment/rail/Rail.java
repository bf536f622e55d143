package io.anju.repayment.rail;

import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.RailOutcome;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The payment rail. A failed {@code Uni} says nothing about the money: the rail may have taken the order all the same. */
public interface Rail {

    /** Orders in one batch, and references in one question, at most. */
    int BATCH_MOST = 1_000;

    /**
     * Tells the rail; the same reference twice is the same transaction. Answers why where the rail refuses to take the order,
     * which it then will not take another time either.
     */
    Uni<Optional<String>> send(Instruction instruction);

    /**
     * Tells the rail of many debits at once, each as if it were sent by itself. Answers with those that it refuses, and
     * why, by reference.
     */
    Uni<Map<String, String>> sendDebits(List<Instruction> debits);

    /** Asks what became of orders. */
    Uni<Answer> ask(Collection<String> references);

    /**
     * What the rail knows.
     *
     * @param unknown references that it never took an order with
     * @param outcomes of those that are over; the others are under way
     */
    record Answer(Set<String> unknown, List<RailOutcome> outcomes) {}
}
