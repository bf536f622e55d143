package io.anju.kit.tx;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.TransactionRollbackException;
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
        return Uni.createFrom()
                .deferred(() -> UniHelper.toUni(
                        pool.getDelegate().getConnection().compose(connection -> run(connection, work))));
    }

    /** As the client's own {@code withTransaction}, but that the first statement goes out behind BEGIN at once. */
    private static <T> Future<T> run(SqlConnection connection, Function<Tx, Uni<T>> work) {
        Future<Transaction> begun = connection.begin();
        Future<T> done = UniHelper.toFuture(Uni.createFrom()
                .deferred(() -> work.apply(new PgTx(new io.vertx.mutiny.sqlclient.SqlConnection(connection)))));
        return begun.compose(transaction ->
                        done.compose(value -> transaction.commit().map(value), failure -> undo(transaction, failure)))
                .onComplete(ended -> connection.close());
    }

    private static <T> Future<T> undo(Transaction transaction, Throwable failure) {
        return failure instanceof TransactionRollbackException
                ? Future.failedFuture(failure)
                : transaction.rollback().transform(ended -> Future.failedFuture(failure));
    }
}
