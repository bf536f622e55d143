package io.anju.contract.task;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Function;

/** How far a piece of work came. */
public sealed interface Outcome {
    /**
     * The outside part is done.
     *
     * @param effect what is to be kept, in the transaction that also removes the task; never run when another replica was faster
     */
    record Done(Function<Tx, Uni<Void>> effect) implements Outcome {}

    /** Nothing went wrong, but it is too early. */
    record Later(Duration pause) implements Outcome {}
}
