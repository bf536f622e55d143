package io.anju.identity.passkey.webauthn;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import io.anju.identity.passkey.Ceremonies;
import io.anju.identity.passkey.PasskeyConfig;
import io.anju.identity.passkey.model.Passkey;
import io.anju.identity.passkey.model.PasskeyRefusal;
import io.anju.identity.passkey.model.PasskeyRefusal.AssertionRejected;
import io.anju.identity.passkey.model.PasskeyRefusal.EnrolmentRejected;
import io.anju.kernel.result.Result;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The ceremonies by webauthn4j. Attestation is accepted and not asked for ({@code none}): what counts is that the person
 * was proved by other means when the passkey was enrolled. The signature counter is judged by {@link Passkey.Enrolled}.
 */
@ApplicationScoped
class WebAuthn4jCeremonies implements Ceremonies {

    private static final String MALFORMED = "MALFORMED";
    private static final boolean USER_VERIFICATION_REQUIRED = true;
    private static final boolean USER_PRESENCE_REQUIRED = true;

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            parameters(COSEAlgorithmIdentifier.ES256),
            parameters(COSEAlgorithmIdentifier.EdDSA),
            parameters(COSEAlgorithmIdentifier.RS256));

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final String rpId;
    private final Set<Origin> origins;

    WebAuthn4jCeremonies(PasskeyConfig config) {
        this.rpId = config.rpId();
        this.origins = config.origins().stream().map(Origin::new).collect(Collectors.toUnmodifiableSet());
        // The finding of a counter that went back is a rule of ours and made in the model.
        manager.getAuthenticationDataVerifier().setMaliciousCounterValueHandler((authenticationObject) -> {});
    }

    @Override
    public Result<NewCredential, PasskeyRefusal> checkRegistration(String responseJson, String challenge) {
        var parameters = new RegistrationParameters(
                server(challenge), ALGORITHMS, USER_VERIFICATION_REQUIRED, USER_PRESENCE_REQUIRED);
        return read(() -> manager.parseRegistrationResponseJSON(responseJson), EnrolmentRejected::new)
                .flatMap(data -> verify(() -> manager.verify(data, parameters), EnrolmentRejected::new))
                .map(this::newCredential);
    }

    private NewCredential newCredential(RegistrationData data) {
        var authenticator = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
        var credential = Objects.requireNonNull(authenticator.getAttestedCredentialData());
        var key = credential.getCOSEKey();
        return new NewCredential(
                credential.getCredentialId(),
                converter.getCborConverter().writeValueAsBytes(key),
                (int) Objects.requireNonNull(key.getAlgorithm()).getValue(),
                Optional.ofNullable(credential.getAaguid().getValue()).orElse(AAGUID.ZERO.getValue()),
                authenticator.getSignCount(),
                authenticator.isFlagBE(),
                authenticator.isFlagBS(),
                transports(data.getTransports()));
    }

    @Override
    public Result<Named, PasskeyRefusal> readAssertion(String responseJson) {
        return read(() -> manager.parseAuthenticationResponseJSON(responseJson), AssertionRejected::new)
                .map(data -> new Named(data.getCredentialId(), Optional.ofNullable(data.getUserHandle())));
    }

    @Override
    public Result<Signed, PasskeyRefusal> checkAssertion(
            String responseJson, String challenge, Passkey.Enrolled passkey) {
        var parameters = new AuthenticationParameters(
                server(challenge),
                record(passkey),
                List.of(passkey.credential().credentialId()),
                USER_VERIFICATION_REQUIRED,
                USER_PRESENCE_REQUIRED);
        return read(() -> manager.parseAuthenticationResponseJSON(responseJson), AssertionRejected::new)
                .flatMap(data -> verify(() -> manager.verify(data, parameters), AssertionRejected::new))
                .map(WebAuthn4jCeremonies::signed);
    }

    /**
     * Reads what was sent. That is anybody's to make up, and the library fails on it in as many ways as a parser has (also
     * with a NullPointerException on an empty object), so whatever it throws here is the sender's fault.
     */
    private static <T> Result<T, PasskeyRefusal> read(Supplier<T> reading, Function<String, PasskeyRefusal> rejected) {
        try {
            return Result.ok(reading.get());
        } catch (RuntimeException unreadable) {
            return Result.refused(rejected.apply(MALFORMED));
        }
    }

    private static <T> Result<T, PasskeyRefusal> verify(
            Supplier<T> verifying, Function<String, PasskeyRefusal> rejected) {
        try {
            return Result.ok(verifying.get());
        } catch (VerificationException failedCheck) {
            return Result.refused(rejected.apply(finding(failedCheck)));
        }
    }

    private static Signed signed(AuthenticationData data) {
        var authenticator = Objects.requireNonNull(data.getAuthenticatorData());
        return new Signed(
                authenticator.getSignCount(),
                authenticator.isFlagBS(),
                Objects.requireNonNull(data.getCollectedClientDataBytes()),
                Objects.requireNonNull(data.getAuthenticatorDataBytes()),
                data.getSignature());
    }

    private CredentialRecord record(Passkey.Enrolled passkey) {
        var credential = passkey.credential();
        var key = converter.getCborConverter().readValue(credential.publicKey(), COSEKey.class);
        return new CredentialRecordImpl(
                null,
                true,
                credential.backupEligible(),
                passkey.backedUp(),
                passkey.signCount(),
                new AttestedCredentialData(
                        new AAGUID(credential.aaguid()), credential.credentialId(), Objects.requireNonNull(key)),
                null,
                null,
                null,
                null);
    }

    private ServerProperty server(String challenge) {
        return ServerProperty.builder()
                .origins(origins)
                .rpId(rpId)
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static List<String> transports(Set<AuthenticatorTransport> transports) {
        return transports == null
                ? List.of()
                : transports.stream()
                        .map(AuthenticatorTransport::getValue)
                        .sorted()
                        .toList();
    }

    private static PublicKeyCredentialParameters parameters(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }

    /** {@code BadOriginException} becomes {@code BAD_ORIGIN}: the check that failed, without what was sent. */
    private static String finding(VerificationException failedCheck) {
        return failedCheck
                .getClass()
                .getSimpleName()
                .replaceFirst("Exception$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }
}
