package io.anju.identity.datakey;

import io.anju.identity.datakey.model.KeyKind;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A table whose rows each belong to one customer and hold values sealed by their key. A producer method of the store
 * declares it, so that values from before customers had keys of their own can be sealed anew.
 *
 * @param id column of the customer's id, the primary key
 * @param contexts of each sealed column, by its name
 */
public record SealedRow(KeyKind kind, String table, String id, Map<String, Function<UUID, String>> contexts) {

    public SealedRow {
        contexts = Map.copyOf(contexts);
    }
}
