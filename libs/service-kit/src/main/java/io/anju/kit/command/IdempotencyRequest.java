package io.anju.kit.command;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the current request says about repeating it; empty where the endpoint is not {@link Idempotent}. */
@RequestScoped
class IdempotencyRequest {

    /**
     * @param scope caller, method and path: keys of others and of other endpoints do not collide
     * @param key as sent
     * @param bodySha256 base64url
     */
    record Key(String scope, String key, String bodySha256) {}

    private @Nullable Key key;

    Optional<Key> key() {
        return Optional.ofNullable(key);
    }

    void set(Key key) {
        this.key = key;
    }
}
