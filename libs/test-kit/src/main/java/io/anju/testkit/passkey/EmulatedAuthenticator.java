package io.anju.testkit.passkey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A phone with its browser, as software: it keeps discoverable ES256 passkeys and answers WebAuthn ceremonies with the
 * user's presence and verification, attestation {@code none} unless a {@link Variation} says otherwise. Input is what {@code parseCreationOptionsFromJSON} and
 * {@code parseRequestOptionsFromJSON} take (bare, or inside the answer that carries them as {@code passkeyOptions} or {@code publicKey}); output is what
 * {@code PublicKeyCredential.toJSON()} gives. The keys lie open in {@link #export()}: never for a real person's account.
 *
 * <p>Source: Web Authentication Level 3, §5.1.3, §5.1.4, §6.
 */
public final class EmulatedAuthenticator {

    private static final int ES256 = -7;
    private static final byte USER_PRESENT = 0x01;
    private static final byte USER_VERIFIED = 0x04;
    private static final byte ATTESTED_CREDENTIAL_DATA = 0x40;
    private static final int AAGUID_BYTES = 16;

    private final List<Passkey> passkeys = new ArrayList<>();
    private final boolean verifiesUser;

    /** An empty device whose owner is always verified (fingerprint, face). */
    public EmulatedAuthenticator() {
        this(true);
    }

    private EmulatedAuthenticator(boolean verifiesUser) {
        this.verifiesUser = verifiesUser;
    }

    /** An empty device that only notices a touch; a bank has to refuse it. */
    public static EmulatedAuthenticator withoutUserVerification() {
        return new EmulatedAuthenticator(false);
    }

    /** The device whose keys {@link #export()} wrote. */
    public static EmulatedAuthenticator restore(String exported) {
        var device = new EmulatedAuthenticator();
        device.passkeys.addAll(PasskeyFile.read(exported));
        return device;
    }

    /** The device's passkeys, private keys included, as JSON for {@link #restore(String)}. */
    public String export() {
        return PasskeyFile.write(passkeys);
    }

    /**
     * Creates a passkey.
     *
     * @param optionsJson PublicKeyCredentialCreationOptionsJSON
     * @param origin the page's origin, for example {@code http://localhost:8080}
     * @return RegistrationResponseJSON
     * @throws IllegalStateException if the device already holds one of {@code excludeCredentials}
     * @throws IllegalArgumentException if ES256 is not among the algorithms asked for
     */
    public String create(String optionsJson, String origin) {
        return create(optionsJson, origin, new Variation());
    }

    /** Creates a passkey as {@link #create(String, String)} does, except for the parts that vary. */
    public String create(String optionsJson, String origin, Variation variation) {
        JsonNode options = Json.publicKey(optionsJson);
        refuseUnlessEs256(options);
        refuseIfExcluded(options);
        String rpId = rpId(options.path("rp").path("id"), origin);
        Passkey passkey = Passkey.generate(rpId, Json.bytes(Json.required(options, "user"), "id"));
        passkeys.add(passkey);
        byte[] clientData = clientData("webauthn.create", options, origin, variation);
        byte[] authenticatorData = variation.authenticatorData.apply(
                concat(head(passkey, ATTESTED_CREDENTIAL_DATA, variation), attested(passkey, variation)));
        byte[] attestation = attestation(passkey, authenticatorData, clientData, variation);
        return Json.credential(passkey.id(), response -> {
            Json.put(response, "clientDataJSON", clientData);
            Json.put(response, "authenticatorData", authenticatorData);
            Json.put(response, "attestationObject", attestation);
            Json.put(response, "publicKey", passkey.publicKey().getEncoded());
            response.put("publicKeyAlgorithm", ES256);
            response.putArray("transports").add("internal");
        });
    }

    /**
     * Signs in, or answers the challenge of one act.
     *
     * @param optionsJson PublicKeyCredentialRequestOptionsJSON
     * @param origin the page's origin
     * @return AuthenticationResponseJSON
     * @throws IllegalStateException if the device holds no passkey that fits
     */
    public String get(String optionsJson, String origin) {
        return get(optionsJson, origin, new Variation());
    }

    /** Answers as {@link #get(String, String)} does, except for the parts that vary. */
    public String get(String optionsJson, String origin, Variation variation) {
        JsonNode options = Json.publicKey(optionsJson);
        Passkey passkey = choose(options, rpId(options.path("rpId"), origin)).counted();
        passkeys.replaceAll(held -> held.hasId(passkey.id()) ? passkey : held);
        byte[] clientData = clientData("webauthn.get", options, origin, variation);
        byte[] authenticatorData = variation.authenticatorData.apply(head(passkey, (byte) 0, variation));
        // spec| §6.3.3 step 11: "an assertion signature of the concatenation authenticatorData || hash"
        byte[] signature =
                variation.signature.apply(passkey.sign(concat(authenticatorData, Digests.sha256(clientData))));
        byte[] userHandle = variation.userHandle.apply(passkey.userHandle());
        return Json.credential(passkey.id(), response -> {
            Json.put(response, "clientDataJSON", clientData);
            Json.put(response, "authenticatorData", authenticatorData);
            Json.put(response, "signature", signature);
            if (userHandle.length > 0) {
                Json.put(response, "userHandle", userHandle);
            }
        });
    }

    private static void refuseUnlessEs256(JsonNode options) {
        for (JsonNode parameter : options.path("pubKeyCredParams")) {
            if (parameter.path("alg").asInt() == ES256) {
                return;
            }
        }
        throw new IllegalArgumentException("NotSupportedError: the options do not offer ES256 (alg -7)");
    }

    private void refuseIfExcluded(JsonNode options) {
        for (JsonNode descriptor : options.path("excludeCredentials")) {
            byte[] id = Json.bytes(descriptor, "id");
            if (passkeys.stream().anyMatch(held -> held.hasId(id))) {
                throw new IllegalStateException("InvalidStateError: this device is enrolled already");
            }
        }
    }

    private Passkey choose(JsonNode options, String rpId) {
        JsonNode allowed = options.path("allowCredentials");
        for (Passkey held : passkeys.reversed()) {
            if (held.rpId().equals(rpId) && (allowed.isEmpty() || names(allowed, held))) {
                return held;
            }
        }
        throw new IllegalStateException("NotAllowedError: no passkey here for " + rpId);
    }

    private static boolean names(JsonNode allowed, Passkey held) {
        for (JsonNode descriptor : allowed) {
            if (held.hasId(Json.bytes(descriptor, "id"))) {
                return true;
            }
        }
        return false;
    }

    private static String rpId(JsonNode fromOptions, String origin) {
        return fromOptions.isTextual()
                ? fromOptions.asText()
                : URI.create(origin).getHost();
    }

    private static byte[] clientData(String type, JsonNode options, String origin, Variation variation) {
        ObjectNode data = Json.object();
        data.put("type", type);
        data.put("challenge", Json.required(options, "challenge").asText());
        data.put("origin", origin);
        data.put("crossOrigin", false);
        variation.clientData.accept(data);
        return data.toString().getBytes(StandardCharsets.UTF_8);
    }

    // spec| §6.1: rpIdHash (32) || flags (1) || signCount (4, big-endian)
    private byte[] head(Passkey passkey, byte moreFlags, Variation variation) {
        byte[] rpIdHash = Digests.sha256(variation.rpId.apply(passkey.rpId()).getBytes(StandardCharsets.UTF_8));
        int flags = USER_PRESENT | (verifiesUser ? USER_VERIFIED : 0) | moreFlags;
        return ByteBuffer.allocate(rpIdHash.length + 1 + Integer.BYTES)
                .put(rpIdHash)
                .put((byte) variation.flags.applyAsInt(flags))
                .putInt((int) passkey.signCount())
                .array();
    }

    // spec| §6.5.1: aaguid (16) || credentialIdLength (2) || credentialId || credentialPublicKey
    private static byte[] attested(Passkey passkey, Variation variation) {
        byte[] id = variation.credentialId.apply(passkey.id());
        byte[] key = variation.publicKey.apply(passkey.coseKey());
        return ByteBuffer.allocate(AAGUID_BYTES + Short.BYTES + id.length + key.length)
                .put(variation.aaguid)
                .putShort((short) id.length)
                .put(id)
                .put(key)
                .array();
    }

    private static byte[] attestation(
            Passkey passkey, byte[] authenticatorData, byte[] clientData, Variation variation) {
        var statement = variation.attester.attest(new Attester.Subject(
                authenticatorData, Digests.sha256(clientData), variation.aaguid, passkey.publicKey(), passkey::sign));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("fmt", statement.format());
        object.put("attStmt", statement.fields());
        object.put("authData", authenticatorData);
        return variation.attestationObject.apply(Cbor.encode(object));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
