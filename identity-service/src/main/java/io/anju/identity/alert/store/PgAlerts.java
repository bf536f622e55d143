package io.anju.identity.alert.store;

import io.anju.identity.alert.AlertStore;
import io.anju.identity.alert.model.Alert;
import io.anju.identity.alert.model.AlertKind;
import io.anju.identity.alert.model.Finding;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgAlerts implements AlertStore {

    @Override
    public Uni<Boolean> add(Tx tx, Alert.Open alert) {
        var raised = alert.raised();
        return Sql.update(
                        tx,
                        """
                        INSERT INTO risk_alert (id, kind, person_id, reference, raised_at, due_at, state)
                        VALUES ($1, $2, $3, $4, $5, $6, 'OPEN')
                        ON CONFLICT (kind, reference) WHERE state <> 'CLOSED' DO NOTHING""",
                        raised.id(),
                        raised.kind(),
                        raised.personId(),
                        raised.reference(),
                        raised.at(),
                        raised.dueAt())
                .map(written -> written == 1);
    }

    @Override
    public Uni<Optional<Alert>> find(Tx tx, UUID id) {
        return Sql.find(tx, PgAlerts::read, "SELECT * FROM risk_alert WHERE id = $1", id);
    }

    @Override
    public Uni<Optional<Alert>> findForUpdate(Tx tx, UUID id) {
        return Sql.find(tx, PgAlerts::read, "SELECT * FROM risk_alert WHERE id = $1 FOR UPDATE", id);
    }

    @Override
    public Uni<Optional<Alert>> findUnclosedForUpdate(Tx tx, AlertKind kind, UUID reference) {
        return Sql.find(tx, PgAlerts::read, """
                SELECT * FROM risk_alert WHERE kind = $1 AND reference = $2 AND state <> 'CLOSED' FOR UPDATE""", kind, reference);
    }

    @Override
    public Uni<List<Alert>> list(Tx tx, Filter filter, Optional<UUID> before, int limit) {
        return Sql.list(
                tx,
                PgAlerts::read,
                """
                SELECT * FROM risk_alert
                WHERE ($1::text IS NULL OR state = $1)
                  AND ($2::uuid IS NULL OR owner_id = $2)
                  AND ($3::timestamptz IS NULL OR (state <> 'CLOSED' AND due_at <= $3))
                  AND ($4::uuid IS NULL OR id < $4)
                ORDER BY id DESC LIMIT $5""",
                filter.state().orElse(null),
                filter.owner().orElse(null),
                filter.overdueAt().orElse(null),
                before.orElse(null),
                limit);
    }

    @Override
    public Uni<Void> save(Tx tx, Alert alert) {
        UUID id = alert.raised().id();
        return switch (alert) {
            case Alert.Open ignored -> Uni.createFrom().voidItem();
            case Alert.Assigned assigned -> Sql.write(tx, """
                    UPDATE risk_alert SET state = 'ASSIGNED', owner_id = $2, assigned_at = $3
                    WHERE id = $1""", id, assigned.officer(), assigned.at());
            case Alert.Closed closed ->
                Sql.write(
                        tx,
                        """
                        UPDATE risk_alert SET state = 'CLOSED', owner_id = $2, assigned_at = $3, finding = $4, note = $5,
                                              closed_at = $6
                        WHERE id = $1""",
                        id,
                        closed.assigned().officer(),
                        closed.assigned().at(),
                        closed.finding(),
                        closed.note(),
                        closed.at());
        };
    }

    private static Alert read(Row row) {
        var raised = new Alert.Raised(
                row.getUUID("id"),
                Sql.constant(row, "kind", AlertKind.class),
                row.getUUID("person_id"),
                row.getUUID("reference"),
                Sql.instant(row, "raised_at"),
                Sql.instant(row, "due_at"));
        return switch (row.getString("state")) {
            case "OPEN" -> new Alert.Open(raised);
            case "ASSIGNED" -> readAssigned(row, raised);
            case "CLOSED" ->
                new Alert.Closed(
                        readAssigned(row, raised),
                        Sql.constant(row, "finding", Finding.class),
                        row.getString("note"),
                        Sql.instant(row, "closed_at"));
            default -> throw new IllegalStateException("unknown state of alert " + raised.id());
        };
    }

    private static Alert.Assigned readAssigned(Row row, Alert.Raised raised) {
        return new Alert.Assigned(raised, row.getUUID("owner_id"), Sql.instant(row, "assigned_at"));
    }
}
