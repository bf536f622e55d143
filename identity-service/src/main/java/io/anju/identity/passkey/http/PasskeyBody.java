package io.anju.identity.passkey.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.passkey.model.Attestation;
import io.anju.identity.passkey.model.Passkey;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param state {@code ENROLLED} or {@code REVOKED}
 * @param backedUp whether it is synchronised to other devices
 * @param counterWentBackAt when a signature was refused because its counter had gone back: there may be a clone, and the
 *     owner does well to revoke it
 * @param backupChangedAt when it was last seen to be synchronised to other devices, or no longer; an owner who has set up
 *     no such thing does well to ask
 * @param aaguid model of the authenticator, all zeros when it does not tell
 * @param attestationFormat how its maker vouched for it at the enrolment: {@code none}, {@code packed}, {@code tpm},
 *     {@code android-key} or {@code apple}
 * @param attestationTrust {@code TRUSTED} when the maker is one that we know; {@code UNTRUSTED}, {@code SELF} and
 *     {@code NONE} when nobody vouches for it whom we know
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
        @Nullable Instant backupChangedAt,
        UUID aaguid,
        String attestationFormat,
        Attestation.Trust attestationTrust,
        @Nullable Instant revokedAt) {

    /** The wire form. */
    public static PasskeyBody of(Passkey passkey) {
        var credential = passkey.credential();
        var used = passkey instanceof Passkey.Enrolled enrolled
                ? Optional.of(enrolled)
                : Optional.<Passkey.Enrolled>empty();
        return new PasskeyBody(
                credential.id(),
                passkey.name(),
                used.isPresent() ? "ENROLLED" : "REVOKED",
                passkey.enrolledAt(),
                used.map(Passkey.Enrolled::backedUp).orElse(null),
                used.flatMap(Passkey.Enrolled::lastUsedAt).orElse(null),
                used.flatMap(Passkey.Enrolled::counterWentBackAt).orElse(null),
                used.flatMap(Passkey.Enrolled::backupChangedAt).orElse(null),
                credential.aaguid(),
                credential.attestation().format().identifier(),
                credential.attestation().trust(),
                passkey instanceof Passkey.Revoked revoked ? revoked.revokedAt() : null);
    }
}
