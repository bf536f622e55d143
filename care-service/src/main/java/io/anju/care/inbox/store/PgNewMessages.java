package io.anju.care.inbox.store;

import io.anju.care.inbox.InboxMessage;
import io.anju.care.inbox.NewMessages;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** By the reactive client: a stream lives long and outside any request, where a session has no place. */
@ApplicationScoped
class PgNewMessages implements NewMessages {

    private static final int BATCH = 50;

    private final Pool pool;

    PgNewMessages(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<InboxMessage>> after(UUID customer, long number) {
        return pool.preparedQuery("""
                        select id, number, template, fields, at, read_at from message
                        where customer_id = $1 and number > $2 order by number limit $3
                        """)
                .execute(Tuple.of(customer, number, BATCH))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgNewMessages::message)
                        .toList());
    }

    @Override
    public Uni<Long> lastNumber(UUID customer) {
        return pool.preparedQuery("select last_number from mailbox where customer_id = $1")
                .execute(Tuple.of(customer))
                .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong(0));
    }

    private static InboxMessage message(Row row) {
        return new InboxMessage(
                row.getUUID("id"),
                row.getLong("number"),
                FieldsJson.read(row.getString("template"), row.getString("fields")),
                row.getOffsetDateTime("at").toInstant(),
                row.getOffsetDateTime("read_at") != null);
    }
}
