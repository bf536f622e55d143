package io.anju.repayment.rail.store;

import io.anju.kit.id.Ids;
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
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Breaks that the rail's word makes, in the table rail_break; what becomes of them is reconciliation's. */
@ApplicationScoped
class PgBreaks implements Breaks {

    private static final Logger LOGGER = Logger.getLogger(PgBreaks.class);
    private static final String RECORD = """
            INSERT INTO rail_break (reference, kind, ours, theirs, found_at, id, source)
            SELECT b.reference, b.kind, b.ours, b.theirs, $6, b.id,
                   CASE WHEN o.kind IN ('WALLET_DEBIT', 'WALLET_RETURN') THEN 'WALLET' ELSE 'RAIL' END
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::uuid[])
                     AS b (reference, kind, ours, theirs, id)
            LEFT JOIN rail_order o ON o.reference = b.reference
            WHERE NOT EXISTS (SELECT FROM rail_break known
                              WHERE known.reference = b.reference AND known.kind = b.kind
                                AND (known.state <> 'RESOLVED' OR known.theirs = b.theirs))
            ON CONFLICT DO NOTHING
            """;
    // Shown by a file, told of before any file can show it, or left to the counter to get back.
    private static final String PAYOUT_OUT = """
            SELECT EXISTS (
                SELECT FROM rail_order o JOIN rail_break b ON b.reference = o.reference
                WHERE o.loan_id = $1 AND o.kind = 'PAYOUT' AND o.state <> 'SUCCEEDED' AND b.state <> 'RESOLVED'
                  AND (b.told <> 0 OR b.overtakes IS NOT NULL OR (b.date IS NULL AND b.theirs LIKE 'SUCCEEDED %')))
            """;

    private final BusinessClock clock;
    private final Ids ids;

    PgBreaks(BusinessClock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
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
        columns.addArrayOfUUID(breaks.stream().map(found -> ids.next()).toArray(UUID[]::new));
        columns.addOffsetDateTime(clock.now().atOffset(ZoneOffset.UTC));
        return PgTx.connection(tx).preparedQuery(RECORD).execute(columns).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> isPayoutOut(Tx tx, UUID loanId) {
        return PgTx.connection(tx)
                .preparedQuery(PAYOUT_OUT)
                .execute(Tuple.of(loanId))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private static String[] texts(Collection<Break> breaks, Function<Break, String> column) {
        return breaks.stream().map(column).toArray(String[]::new);
    }
}
