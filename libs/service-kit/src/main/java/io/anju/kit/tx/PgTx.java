package io.anju.kit.tx;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A transaction on a connection of the reactive client. */
public record PgTx(SqlConnection connection) implements Tx {

    /** The connection behind a transaction, for the stores of a service that uses the reactive client. */
    public static SqlConnection connection(Tx tx) {
        return switch (tx) {
            case PgTx(SqlConnection connection) -> connection;
            case PanacheTx other -> throw new IllegalStateException("this service uses Hibernate Reactive: " + other);
        };
    }

    @Override
    public Uni<List<@Nullable Object[]>> select(String sql, @Nullable Object... args) {
        return execute(sql, args)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgTx::columns)
                        .toList());
    }

    @Override
    public Uni<Integer> update(String sql, @Nullable Object... args) {
        return execute(sql, args).map(RowSet::rowCount);
    }

    private Uni<RowSet<Row>> execute(String sql, @Nullable Object... args) {
        return connection
                .preparedQuery(sql)
                .execute(Tuple.from(Arrays.stream(args).map(PgTx::toWire).toList()));
    }

    private static @Nullable Object toWire(@Nullable Object value) {
        return switch (value) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case byte[] bytes -> Buffer.buffer(bytes);
            case null -> null;
            default -> value;
        };
    }

    private static @Nullable Object fromWire(@Nullable Object value) {
        return switch (value) {
            case OffsetDateTime time -> time.toInstant();
            case Buffer bytes -> bytes.getBytes();
            case null -> null;
            default -> value;
        };
    }

    private static @Nullable Object[] columns(Row row) {
        return IntStream.range(0, row.size())
                .mapToObj(row::getValue)
                .map(PgTx::fromWire)
                .toArray();
    }
}
