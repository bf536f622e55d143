package io.anju.identity.passkey.webauthn;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.exception.DataConversionException;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ceremonies by webauthn4j. Attestation is accepted and not asked for ({@code none}): what counts is that the person
 * was proved by other means when the passkey was enrolled. The signature counter is judged by {@link Passkey.Enrolled}.
 */
@ApplicationScoped
class WebAuthn4jCeremonies implements Ceremonies {

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
        try {
            RegistrationData data = manager.parseRegistrationResponseJSON(responseJson);
            var parameters = new RegistrationParameters(
                    server(challenge), ALGORITHMS, USER_VERIFICATION_REQUIRED, USER_PRESENCE_REQUIRED);
            return Result.ok(newCredential(manager.verify(data, parameters)));
        } catch (VerificationException | DataConversionException | IllegalArgumentException e) {
            return Result.refused(new EnrolmentRejected(finding(e)));
        }
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
        try {
            AuthenticationData data = manager.parseAuthenticationResponseJSON(responseJson);
            return Result.ok(new Named(data.getCredentialId(), Optional.ofNullable(data.getUserHandle())));
        } catch (DataConversionException | IllegalArgumentException e) {
            return Result.refused(new AssertionRejected(finding(e)));
        }
    }

    @Override
    public Result<Signed, PasskeyRefusal> checkAssertion(
            String responseJson, String challenge, Passkey.Enrolled passkey) {
        try {
            AuthenticationData data = manager.parseAuthenticationResponseJSON(responseJson);
            var parameters = new AuthenticationParameters(
                    server(challenge),
                    record(passkey),
                    List.of(passkey.credential().credentialId()),
                    USER_VERIFICATION_REQUIRED,
                    USER_PRESENCE_REQUIRED);
            return Result.ok(signed(manager.verify(data, parameters)));
        } catch (VerificationException | DataConversionException | IllegalArgumentException e) {
            return Result.refused(new AssertionRejected(finding(e)));
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
    private static String finding(RuntimeException e) {
        return e.getClass()
                .getSimpleName()
                .replaceFirst("Exception$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(java.util.Locale.ROOT);
    }
}
