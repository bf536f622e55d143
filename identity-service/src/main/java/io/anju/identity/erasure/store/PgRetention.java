package io.anju.identity.erasure.store;

import io.anju.identity.erasure.RetentionStore;
import io.anju.identity.erasure.model.DueItem;
import io.anju.identity.erasure.model.RetentionRule;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PgRetention implements RetentionStore {

    @Override
    public Uni<Optional<DueItem>> lease(Tx tx, LocalDate today, Instant now, Instant until) {
        // What goes with its key is no removal, but a step of the erasure itself.
        return Sql.find(
                tx,
                row -> new DueItem(row.getUUID("customer_id"), row.getString("item"), row.getBoolean("here")),
                """
                WITH due AS (
                    SELECT d.customer_id, d.item, r.held_by = $4 AS here FROM erasure_item d
                    JOIN retention_rule r ON r.item = d.item AND r.version = d.rule_version
                    WHERE d.kept_until <= $1 AND d.deleted_at IS NULL
                      AND (d.leased_until IS NULL OR d.leased_until <= $2)
                      AND (r.held_by <> $4 OR d.item = ANY ($5))
                      AND NOT EXISTS (
                          SELECT FROM legal_hold h WHERE h.customer_id = d.customer_id AND %s)
                    ORDER BY d.leased_until NULLS FIRST, d.kept_until LIMIT 1 FOR UPDATE OF d SKIP LOCKED)
                UPDATE erasure_item i SET leased_until = $3 FROM due
                WHERE i.customer_id = due.customer_id AND i.item = due.item
                RETURNING i.customer_id, i.item, due.here""".formatted(LegalHoldRows.HOLDS),
                today,
                now,
                until,
                RetentionRule.HERE,
                KeptItems.REMOVALS.keySet());
    }

    @Override
    public Uni<Boolean> letGo(Tx tx, DueItem due, Instant now) {
        return Sql.update(tx, """
                        UPDATE erasure_item SET deleted_at = $3
                        WHERE customer_id = $1 AND item = $2 AND deleted_at IS NULL""", due.customerId(), due.item(), now).map(marked -> marked == 1);
    }

    @Override
    public Uni<Void> remove(Tx tx, DueItem due) {
        return Multi.createFrom()
                .iterable(KeptItems.REMOVALS.getOrDefault(due.item(), List.of()))
                .onItem()
                .transformToUniAndConcatenate(removal -> Sql.write(tx, removal, due.customerId()))
                .collect()
                .last();
    }
}
