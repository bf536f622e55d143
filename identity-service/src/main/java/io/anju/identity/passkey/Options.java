package io.anju.identity.passkey;

import io.anju.identity.party.Standing;
import io.anju.identity.passkey.model.Passkey;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Fills in the options that the browser is given. */
final class Options {

    private static final String PUBLIC_KEY = "public-key";
    private static final String REQUIRED = "required";

    // COSE algorithms: ES256, EdDSA, RS256, the most wanted first.
    private static final List<CreationOptions.Parameters> ALGORITHMS = List.of(
            new CreationOptions.Parameters(PUBLIC_KEY, -7),
            new CreationOptions.Parameters(PUBLIC_KEY, -8),
            new CreationOptions.Parameters(PUBLIC_KEY, -257));

    private Options() {}

    static CreationOptions creation(PasskeyConfig config, Standing person, List<Passkey> existing, String challenge) {
        return new CreationOptions(
                new CreationOptions.Rp(config.rpId(), config.rpName()),
                new CreationOptions.User(
                        base64(userHandle(person.personId())), person.displayName(), person.displayName()),
                challenge,
                ALGORITHMS,
                config.timeout().toMillis(),
                existing.stream().map(Options::descriptor).toList(),
                new CreationOptions.Selection(REQUIRED, true, REQUIRED),
                config.attestation().conveyance().name().toLowerCase(Locale.ROOT));
    }

    static RequestOptions request(PasskeyConfig config, List<Passkey> allowed, String challenge) {
        return new RequestOptions(
                challenge,
                config.timeout().toMillis(),
                config.rpId(),
                allowed.stream().map(Options::descriptor).toList(),
                REQUIRED);
    }

    /** The user handle of a person: the sixteen bytes of the id. */
    static byte[] userHandle(UUID personId) {
        return ByteBuffer.allocate(16)
                .putLong(personId.getMostSignificantBits())
                .putLong(personId.getLeastSignificantBits())
                .array();
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static CreationOptions.Descriptor descriptor(Passkey passkey) {
        var credential = passkey.credential();
        return new CreationOptions.Descriptor(PUBLIC_KEY, base64(credential.credentialId()), credential.transports());
    }
}
