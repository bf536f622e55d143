package io.anju.kit.crypto;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * A column of look-up hashes whose clear text lies sealed in the same row, so that the hashes can be made anew under a
 * new key. A producer method of the store declares it; beside the hash the table keeps its key as {@code HASH_key}.
 *
 * @param table with a column {@code id} of type uuid, or the name that {@code id} gives
 * @param id the primary key's column
 * @param sealed the column of the sealed text
 * @param hash the column of the hash
 * @param context of the hash
 * @param open opens the sealed text of the row with this id
 */
public record LookupColumn(String table, String id, String sealed, String hash, String context, Opener open) {

    /** Opens a sealed text. */
    public interface Opener {

        /** @param id of the row */
        Uni<String> open(Tx tx, UUID id, byte[] sealed);
    }
}
