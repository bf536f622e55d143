package io.anju.kit.event;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Places in the log that a test opens. */
public final class Places {

    private Places() {}

    /** Nobody reads on from it, so it would hold back what goes when all have had it. */
    public static void close(Pool pool, String subscriber) {
        pool.preparedQuery("delete from outbox_subscription where subscriber = $1")
                .execute(Tuple.of(subscriber))
                .await()
                .indefinitely();
    }
}
