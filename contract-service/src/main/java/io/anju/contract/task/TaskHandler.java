package io.anju.contract.task;

import io.smallrye.mutiny.Uni;

/** Does one kind of work. A CDI bean, one for each kind. */
public interface TaskHandler {
    /** The kind it does. */
    TaskKind kind();

    /** Does the part outside a transaction; may be repeated. A failure is tried again later. */
    Uni<Outcome> work(Task task);
}
