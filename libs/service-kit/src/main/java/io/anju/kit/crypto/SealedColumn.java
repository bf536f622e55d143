package io.anju.kit.crypto;

import java.util.UUID;
import java.util.function.Function;

/**
 * A column of values that {@link FieldCipher} has sealed, so that they can be sealed anew under a new key.
 *
 * @param table its name
 * @param id the column of type uuid by which its rows are gone through, with an index
 * @param sealed the column, of type bytea
 * @param only which rows are meant, in SQL; with {@code id} it names a single one
 * @param context of the value of the row with this id
 */
public record SealedColumn(String table, String id, String sealed, String only, Function<UUID, String> context) {

    /** Of every row of a table whose primary key is {@code id}. */
    public SealedColumn(String table, String sealed, Function<UUID, String> context) {
        this(table, "id", sealed, "true", context);
    }
}
