package io.anju.identity.sql;

import io.anju.identity.model.Wording;
import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Statements of the reactive client as the stores write them. Arguments may be instants, bytes, enums and collections of
 * the two beside what the client takes by itself.
 */
public final class Sql {

    private Sql() {}

    /** All rows. */
    public static <T> Uni<List<T>> list(Tx tx, Function<Row, T> read, String sql, @Nullable Object... args) {
        return execute(tx, sql, args)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(read)
                        .toList());
    }

    /** The one row, or empty. */
    public static <T> Uni<Optional<T>> find(Tx tx, Function<Row, T> read, String sql, @Nullable Object... args) {
        return list(tx, read, sql, args).map(found -> found.stream().findFirst());
    }

    /** Number of rows written. */
    public static Uni<Integer> update(Tx tx, String sql, @Nullable Object... args) {
        return execute(tx, sql, args).map(RowSet::rowCount);
    }

    /** Writes, with the number of rows of no interest. */
    public static Uni<Void> write(Tx tx, String sql, @Nullable Object... args) {
        return execute(tx, sql, args).replaceWithVoid();
    }

    public static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    public static @Nullable Instant instantOrNull(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    public static byte[] bytes(Row row, String column) {
        return row.getDelegate().getBuffer(column).getBytes();
    }

    public static byte @Nullable [] bytesOrNull(Row row, String column) {
        Buffer value = row.getDelegate().getBuffer(column);
        return value == null ? null : value.getBytes();
    }

    public static <E extends Enum<E>> E constant(Row row, String column, Class<E> type) {
        return Enum.valueOf(type, row.getString(column));
    }

    public static <E extends Enum<E>> Set<E> constants(Row row, String column, Class<E> type) {
        return Arrays.stream(row.getArrayOfStrings(column))
                .map(name -> Enum.valueOf(type, name))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    /** Texts in both languages, from the two columns of this name. */
    public static List<Wording> wordings(Row row, String column) {
        String[] en = row.getArrayOfStrings(column + "_en");
        String[] zh = row.getArrayOfStrings(column + "_zh");
        return IntStream.range(0, en.length)
                .mapToObj(i -> new Wording(en[i], zh[i]))
                .toList();
    }

    /** Waits for whoever holds one of these hashes, of whatever key, until the transaction ends. */
    public static Uni<Void> lock(Tx tx, List<byte[]> hashes) {
        return write(tx, """
                SELECT pg_advisory_xact_lock(hashtextextended(encode(hash, 'hex'), 7))
                FROM unnest($1::bytea[]) WITH ORDINALITY AS hashes (hash, place) ORDER BY place""", hashes);
    }

    private static Uni<RowSet<Row>> execute(Tx tx, String sql, @Nullable Object... args) {
        return PgTx.connection(tx)
                .preparedQuery(sql)
                .execute(Tuple.from(Arrays.stream(args).map(Sql::wire).toList()));
    }

    private static @Nullable Object wire(@Nullable Object value) {
        return switch (value) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case byte[] bytes -> Buffer.buffer(bytes);
            case Enum<?> constant -> constant.name();
            case Collection<?> several
            when !several.isEmpty() && several.stream().allMatch(byte[].class::isInstance) ->
                several.stream().map(bytes -> Buffer.buffer((byte[]) bytes)).toArray(Buffer[]::new);
            case Collection<?> several -> several.stream().map(String::valueOf).toArray(String[]::new);
            case null -> null;
            default -> value;
        };
    }
}
