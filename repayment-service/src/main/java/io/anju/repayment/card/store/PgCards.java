package io.anju.repayment.card.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.card.Cards;
import io.anju.repayment.card.model.Card;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Cards in the table card. */
@ApplicationScoped
class PgCards implements Cards {

    /** More than anybody has; some had more bound than they can have by now. */
    private static final int MOST_READ = 100;

    /** Behind all that have one. */
    private static final int NO_PLACE = Short.MAX_VALUE;

    private static final String SAVE = """
            INSERT INTO card (id, customer_id, state, binding_id, token, last4, bank, preferred, reason, position, fallback)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (id) DO UPDATE
            SET state = excluded.state, binding_id = excluded.binding_id, token = excluded.token,
                last4 = excluded.last4, bank = excluded.bank, preferred = excluded.preferred, reason = excluded.reason,
                position = excluded.position, fallback = excluded.fallback
            """;
    private static final String FIND = "SELECT * FROM card WHERE customer_id = $1 AND id = $2";
    // Which card is preferred is a matter of all that are bound or about to be: whoever changes one has all of
    // them, always in the same order. MATERIALIZED, so that the lock is taken before the one is picked out.
    private static final String FIND_FOR_UPDATE = """
            WITH live AS MATERIALIZED (
                SELECT * FROM card WHERE customer_id = $1 AND (state IN ('PENDING', 'BOUND') OR id = $2)
                ORDER BY id FOR UPDATE)
            SELECT * FROM live WHERE id = $2
            """;
    private static final String BOUND = """
            SELECT * FROM card WHERE customer_id = $1 AND state = 'BOUND'
            ORDER BY preferred DESC, position, id LIMIT $2
            """;
    // As the index of those that are debited has it, which holds one card of most customers.
    private static final String DEBITED = """
            SELECT * FROM card WHERE customer_id = ANY ($1) AND (preferred OR fallback) AND state = 'BOUND'
            ORDER BY customer_id, preferred DESC, position, id
            """;
    private static final String PREFERRED = "SELECT * FROM card WHERE customer_id = ANY ($1) AND preferred";

    @Override
    public Uni<Void> save(Tx tx, Card card) {
        return run(tx, SAVE, values(card)).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Card>> find(Tx tx, UUID customerId, UUID id) {
        return one(tx, FIND, customerId, id);
    }

    @Override
    public Uni<Optional<Card>> findForUpdate(Tx tx, UUID customerId, UUID id) {
        return one(tx, FIND_FOR_UPDATE, customerId, id);
    }

    private static Uni<Optional<Card>> one(Tx tx, String sql, UUID customerId, UUID id) {
        return run(tx, sql, Tuple.of(customerId, id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgCards::card)
                        .findFirst());
    }

    @Override
    public Uni<List<Card.Bound>> listBound(Tx tx, UUID customerId) {
        return run(tx, BOUND, Tuple.of(customerId, MOST_READ)).map(rows -> {
            List<Card.Bound> bound = new ArrayList<>();
            // Counted, since the version before leaves places empty.
            rows.forEach(row -> bound.add(bound(row, bound.size() + 1)));
            return bound;
        });
    }

    @Override
    public Uni<Map<UUID, List<Card.Bound>>> debitedOf(Tx tx, Collection<UUID> customerIds) {
        return run(tx, DEBITED, Tuple.of(customerIds.toArray(UUID[]::new))).map(rows -> {
            Map<UUID, List<Card.Bound>> debited = new HashMap<>();
            rows.forEach(row -> debited.computeIfAbsent(row.getUUID("customer_id"), id -> new ArrayList<>())
                    .add(bound(row)));
            return debited;
        });
    }

    @Override
    public Uni<Map<UUID, Card.Bound>> preferredOf(Tx tx, Collection<UUID> customerIds) {
        return run(tx, PREFERRED, Tuple.of(customerIds.toArray(UUID[]::new))).map(rows -> {
            Map<UUID, Card.Bound> preferred = new HashMap<>();
            rows.forEach(row -> preferred.put(row.getUUID("customer_id"), bound(row)));
            return preferred;
        });
    }

    private static Tuple values(Card card) {
        return switch (card) {
            case Card.Requested requested -> values(card, "REQUESTED", Held.NOTHING, null);
            case Card.Refused refused -> values(card, "REFUSED", Held.NOTHING, refused.reason());
            case Card.Pending pending -> values(card, "PENDING", new Held(pending.bindingId(), null, null, null), null);
            case Card.Bound bound ->
                values(card, "BOUND", new Held(bound.bindingId(), bound.token(), bound.last4(), bound.bank()), null);
            case Card.Unbound gone ->
                values(card, "UNBOUND", new Held(gone.bindingId(), gone.token(), gone.last4(), gone.bank()), null);
        };
    }

    /** What the card network has given. */
    private record Held(
            @Nullable String bindingId,
            @Nullable String token,
            @Nullable String last4,
            @Nullable String bank) {

        static final Held NOTHING = new Held(null, null, null, null);
    }

    private static Tuple values(Card card, String state, Held held, @Nullable String reason) {
        Optional<Card.Bound> bound = card instanceof Card.Bound it ? Optional.of(it) : Optional.empty();
        return Tuple.tuple()
                .addUUID(card.id())
                .addUUID(card.customerId())
                .addString(state)
                .addString(held.bindingId())
                .addString(held.token())
                .addString(held.last4())
                .addString(held.bank())
                .addBoolean(bound.filter(Card.Bound::preferred).isPresent())
                .addString(reason)
                .addInteger(bound.map(Card.Bound::position).orElse(null))
                .addBoolean(bound.filter(Card.Bound::fallback).isPresent());
    }

    private static Card card(Row row) {
        return switch (row.getString("state")) {
            case "REQUESTED" -> new Card.Requested(row.getUUID("id"), row.getUUID("customer_id"));
            case "REFUSED" -> new Card.Refused(row.getUUID("id"), row.getUUID("customer_id"), row.getString("reason"));
            case "PENDING" ->
                new Card.Pending(row.getUUID("id"), row.getUUID("customer_id"), row.getString("binding_id"));
            case "BOUND" -> bound(row);
            case "UNBOUND" -> bound(row).unbound();
            default -> throw new IllegalStateException("unknown state " + row.getString("state"));
        };
    }

    private static Card.Bound bound(Row row) {
        Integer position = row.getInteger("position");
        return bound(row, position == null ? NO_PLACE : position);
    }

    private static Card.Bound bound(Row row, int position) {
        return new Card.Bound(
                row.getUUID("id"),
                row.getUUID("customer_id"),
                row.getString("binding_id"),
                row.getString("token"),
                row.getString("last4"),
                row.getString("bank"),
                row.getBoolean("preferred"),
                position,
                row.getBoolean("fallback"));
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
