package io.anju.care.inbox.store;

import io.anju.care.inbox.InboxMessage;
import io.anju.care.inbox.Mailboxes;
import io.anju.care.inbox.model.Draft;
import io.anju.kit.id.Ids;
import io.anju.kit.tx.Tx;
import io.anju.kit.wake.Bells;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages as {@link MessageRow}s; the mailbox's counters in SQL, since they are counted under its lock. */
@ApplicationScoped
class PanacheMailboxes implements Mailboxes {

    /** Wakes readers; its word is the customer's id. */
    static final String BELL = "inbox";

    // None for a customer who is gone: nobody is left to read it.
    private static final String TAKE_NUMBERS = """
            insert into mailbox (customer_id, last_number, unread)
            select $1, $2, $2 where not exists (select from contact_person where customer_id = $1 and gone_at is not null)
            on conflict (customer_id) do update
            set last_number = mailbox.last_number + $2, unread = mailbox.unread + $2
            returning last_number
            """;

    private final Ids ids;

    PanacheMailboxes(Ids ids) {
        this.ids = ids;
    }

    @Override
    public Uni<Void> put(Tx tx, UUID customer, UUID cause, List<Draft> drafts, Instant at) {
        return tx.select(TAKE_NUMBERS, customer, (long) drafts.size())
                .flatMap(taken -> taken.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : store(tx, customer, rows(customer, cause, drafts, before(taken.getFirst(), drafts), at)));
    }

    private static long before(@Nullable Object[] taken, List<Draft> drafts) {
        return ((Number) Objects.requireNonNull(taken[0])).longValue() - drafts.size();
    }

    private static Uni<Void> store(Tx tx, UUID customer, List<MessageRow> rows) {
        return MessageRow.persist(rows).flatMap(stored -> Bells.ring(tx, BELL, customer.toString()));
    }

    private List<MessageRow> rows(UUID customer, UUID cause, List<Draft> drafts, long before, Instant at) {
        var rows = new ArrayList<MessageRow>();
        for (var draft : drafts) {
            var row = new MessageRow();
            row.customerId = customer;
            row.number = before + rows.size() + 1;
            row.id = ids.next();
            row.template = draft.template().name();
            row.fields = FieldsJson.write(draft);
            row.cause = cause;
            row.at = at;
            rows.add(row);
        }
        return rows;
    }

    @Override
    public Uni<List<InboxMessage>> list(Tx tx, UUID customer, boolean unreadOnly, long before, int limit) {
        var which = "customerId = :customer and number < :before" + (unreadOnly ? " and readAt is null" : "");
        var parameters = Parameters.with("customer", customer).and("before", before);
        return MessageRow.<MessageRow>find(which + " order by number desc", parameters)
                .range(0, limit - 1)
                .<MessageRow>list()
                .map(rows -> rows.stream().map(MessageRow::toMessage).toList());
    }

    @Override
    public Uni<Long> countUnread(Tx tx, UUID customer) {
        return tx.select("select unread from mailbox where customer_id = $1", customer)
                .map(rows -> rows.isEmpty() ? 0L : ((Number) rows.getFirst()[0]).longValue());
    }

    @Override
    public Uni<Boolean> markRead(Tx tx, UUID customer, UUID message, Instant at) {
        // The mailbox first, as in put(): two transactions never wait for each other crosswise.
        return tx.select("select 1 from mailbox where customer_id = $1 for update", customer)
                .flatMap(locked -> MessageRow.<MessageRow>find("customerId = ?1 and id = ?2", customer, message)
                        .<MessageRow>firstResult())
                .flatMap(row -> row == null ? Uni.createFrom().item(false) : read(tx, row, at));
    }

    private static Uni<Boolean> read(Tx tx, MessageRow row, Instant at) {
        if (row.readAt != null) {
            return Uni.createFrom().item(true);
        }
        row.readAt = at;
        return tx.update("update mailbox set unread = unread - 1 where customer_id = $1", row.customerId)
                .replaceWith(true);
    }

    @Override
    public Uni<Void> empty(Tx tx, UUID customer) {
        return tx.select("select 1 from mailbox where customer_id = $1 for update", customer)
                .chain(() -> tx.update("delete from message where customer_id = $1", customer))
                .chain(() -> tx.update("delete from mailbox where customer_id = $1", customer))
                .replaceWithVoid();
    }
}
