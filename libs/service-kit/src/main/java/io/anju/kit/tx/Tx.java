package io.anju.kit.tx;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * A transaction that is open. What is written through it, through the connection or the session behind it, is kept
 * together or not at all.
 *
 * <p>Statements are SQL with {@code $1, $2, …}; write casts as {@code cast($1 as jsonb)}. Values are UUID, String,
 * numbers, Boolean, bytes, {@link java.time.Instant}, {@link java.time.LocalDate} and null.
 */
public sealed interface Tx permits PgTx, PanacheTx {

    /** The rows, each as its columns in order; a timestamp comes as {@link java.time.Instant}. */
    Uni<List<@org.jspecify.annotations.Nullable Object[]>> select(
            String sql, @org.jspecify.annotations.Nullable Object... args);

    /** The number of rows written. */
    Uni<Integer> update(String sql, @org.jspecify.annotations.Nullable Object... args);
}
