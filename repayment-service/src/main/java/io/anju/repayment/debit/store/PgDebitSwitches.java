package io.anju.repayment.debit.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.debit.DebitSwitches;
import io.anju.repayment.debit.model.DebitSwitch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Switches in the table debit_switch. */
@ApplicationScoped
class PgDebitSwitches implements DebitSwitches {

    private static final String FIND = "SELECT * FROM debit_switch WHERE id = $1";
    private static final String SAVE = """
            INSERT INTO debit_switch (id, stopped, changed_at, version) VALUES ($1, $2, $3, $4)
            ON CONFLICT (id) DO UPDATE
            SET stopped = excluded.stopped, changed_at = excluded.changed_at, version = excluded.version
            """;
    private static final String STOPPED = "SELECT id FROM debit_switch WHERE id = ANY ($1) AND stopped";

    @Override
    public Uni<DebitSwitch> find(Tx tx, UUID loanId) {
        return run(tx, FIND, Tuple.of(loanId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(PgDebitSwitches::turned)
                        .orElseGet(() -> DebitSwitch.untouched(loanId)));
    }

    @Override
    public Uni<Void> save(Tx tx, DebitSwitch turned) {
        Instant changedAt = turned.changedAt().orElseThrow();
        return run(
                        tx,
                        SAVE,
                        Tuple.of(
                                turned.loanId(),
                                turned.stopped(),
                                changedAt.atOffset(ZoneOffset.UTC),
                                turned.version()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Set<UUID>> stoppedOf(Tx tx, Collection<UUID> loanIds) {
        return run(tx, STOPPED, Tuple.of(loanIds.toArray(UUID[]::new))).map(rows -> {
            Set<UUID> stopped = new HashSet<>();
            rows.forEach(row -> stopped.add(row.getUUID(0)));
            return stopped;
        });
    }

    private static DebitSwitch turned(Row row) {
        return new DebitSwitch(
                row.getUUID("id"),
                row.getBoolean("stopped"),
                Optional.of(row.getOffsetDateTime("changed_at").toInstant()),
                row.getLong("version"));
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
