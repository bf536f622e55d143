package io.anju.identity.passkey.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.passkey.model.Passkey;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param state {@code ENROLLED} or {@code REVOKED}
 * @param backedUp whether it is synchronised to other devices
 * @param counterWentBackAt when a signature was refused because its counter had gone back: there may be a clone, and the
 *     owner does well to revoke it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record PasskeyBody(
        UUID id,
        String name,
        String state,
        Instant enrolledAt,
        @Nullable Boolean backedUp,
        @Nullable Instant lastUsedAt,
        @Nullable Instant counterWentBackAt,
        @Nullable Instant revokedAt) {

    /** The wire form. */
    public static PasskeyBody of(Passkey passkey) {
        UUID id = passkey.credential().id();
        return switch (passkey) {
            case Passkey.Enrolled enrolled ->
                new PasskeyBody(
                        id,
                        enrolled.name(),
                        "ENROLLED",
                        enrolled.enrolledAt(),
                        enrolled.backedUp(),
                        enrolled.lastUsedAt().orElse(null),
                        enrolled.counterWentBackAt().orElse(null),
                        null);
            case Passkey.Revoked revoked ->
                new PasskeyBody(
                        id, revoked.name(), "REVOKED", revoked.enrolledAt(), null, null, null, revoked.revokedAt());
        };
    }
}
