package io.anju.kit.tx;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Transactions of the reactive PostgreSQL client, for the hot paths. */
@ApplicationScoped
@IfBuildProperty(name = "anju.persistence", stringValue = "client", enableIfMissing = true)
class PgTransactions implements Transactions {

    private final Pool pool;

    PgTransactions(Pool pool) {
        this.pool = pool;
    }

    @Override
    public <T> Uni<T> run(Function<Tx, Uni<T>> work) {
        return pool.withTransaction(connection -> work.apply(new PgTx(connection)));
    }
}
