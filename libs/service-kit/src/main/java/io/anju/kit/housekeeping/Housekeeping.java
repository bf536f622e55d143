package io.anju.kit.housekeeping;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Removes used-up keys and events that all have had, and the service's own {@link Removals}: a bounded number at a time so
 * that nothing waits for it.
 */
@ApplicationScoped
public class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private final Pool pool;
    private final RetentionConfig config;
    private final List<Removal> kinds;

    Housekeeping(Pool pool, RetentionConfig config, @All List<Removals> ofTheService) {
        this.pool = pool;
        this.config = config;
        this.kinds = Stream.concat(
                        Removal.OF_THE_KIT.stream(), ofTheService.stream().flatMap(more -> more.kinds().stream()))
                .toList();
    }

    /** One round. */
    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> tidy() {
        return Multi.createFrom()
                .iterable(kinds)
                .onItem()
                .transformToUniAndConcatenate(this::remove)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Batch after batch until nothing of the kind is left; a kind that fails does not hold back the next. */
    private Uni<Void> remove(Removal removal) {
        return Multi.createBy()
                .repeating()
                .uni(() -> pool.withTransaction(connection -> batch(connection, removal)))
                .whilst(removed -> removed >= config.batch())
                .select()
                .first(config.batches())
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "removing %s will be tried again", removal.name()))
                .onFailure()
                .recoverWithNull();
    }

    // The lock ends with the transaction, also when this replica dies in it; another one passes on to the next kind.
    private Uni<Long> batch(SqlConnection connection, Removal removal) {
        return connection
                .preparedQuery("select pg_try_advisory_xact_lock(hashtextextended($1, 2))")
                .execute(Tuple.of("housekeeping " + removal.name()))
                .flatMap(rows -> rows.iterator().next().getBoolean(0)
                        ? connection
                                .preparedQuery(removal.sql())
                                .execute(Tuple.of(config.events().toSeconds(), config.batch()))
                                .map(removed -> removed.iterator().next().getLong(0))
                        : Uni.createFrom().item(0L));
    }
}
