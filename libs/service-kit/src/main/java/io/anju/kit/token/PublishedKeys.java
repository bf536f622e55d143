package io.anju.kit.token;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKey;

/** Identity's public keys, as they were last published. */
public interface PublishedKeys {

    /**
     * One reading of the key set.
     *
     * @param keys the keys that verify
     * @param ids their {@code kid}s
     */
    record Snapshot(List<JsonWebKey> keys, Set<String> ids) {

        public Snapshot(List<JsonWebKey> keys) {
            this(List.copyOf(keys), keys.stream().map(JsonWebKey::getKeyId).collect(Collectors.toUnmodifiableSet()));
        }

        boolean has(String keyId) {
            return ids.contains(keyId);
        }

        boolean isEmpty() {
            return keys.isEmpty();
        }
    }

    Snapshot current();
}
