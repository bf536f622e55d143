package io.anju.repayment.rail.store;

import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.Breaks;
import io.anju.repayment.rail.model.Break;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Breaks in the table rail_break. */
@ApplicationScoped
class PgBreaks implements Breaks {

    private static final Logger LOGGER = Logger.getLogger(PgBreaks.class);
    private static final String RECORD = """
            INSERT INTO rail_break (reference, kind, ours, theirs, at)
            SELECT b.reference, b.kind, b.ours, b.theirs, $5
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS b (reference, kind, ours, theirs)
            ON CONFLICT (reference, kind) DO NOTHING
            """;

    private final BusinessClock clock;

    PgBreaks(BusinessClock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Void> record(Tx tx, Collection<Break> breaks) {
        if (breaks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        breaks.forEach(found -> LOGGER.errorf("The rail and we disagree: %s", found));
        Tuple columns = Tuple.tuple();
        columns.addArrayOfString(texts(breaks, Break::reference));
        columns.addArrayOfString(texts(breaks, found -> found.kind().name()));
        columns.addArrayOfString(texts(breaks, Break::ours));
        columns.addArrayOfString(texts(breaks, Break::theirs));
        columns.addOffsetDateTime(clock.now().atOffset(ZoneOffset.UTC));
        return PgTx.connection(tx).preparedQuery(RECORD).execute(columns).replaceWithVoid();
    }

    private static String[] texts(Collection<Break> breaks, Function<Break, String> column) {
        return breaks.stream().map(column).toArray(String[]::new);
    }
}
