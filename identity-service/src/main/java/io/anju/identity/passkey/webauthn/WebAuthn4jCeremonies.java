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
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.attestation.statement.androidkey.AndroidKeyAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.apple.AppleAnonymousAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.none.NoneAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.packed.PackedAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.tpm.TPMAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.NullCertPathTrustworthinessVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.self.NullSelfAttestationTrustworthinessVerifier;
import com.webauthn4j.verifier.exception.VerificationException;
import io.anju.identity.passkey.Ceremonies;
import io.anju.identity.passkey.PasskeyConfig;
import io.anju.identity.passkey.model.Attestation;
import io.anju.identity.passkey.model.Passkey;
import io.anju.identity.passkey.model.PasskeyRefusal;
import io.anju.identity.passkey.model.PasskeyRefusal.AssertionRejected;
import io.anju.identity.passkey.model.PasskeyRefusal.EnrolmentRejected;
import io.anju.kernel.result.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The ceremonies by webauthn4j, with the rules that it leaves to its caller: {@link StrictCbor}, {@link KeyRules} and
 * {@link AttestationPolicy}. The signature counter is judged by {@link Passkey.Enrolled}.
 */
@ApplicationScoped
class WebAuthn4jCeremonies implements Ceremonies {

    private static final String MALFORMED = "MALFORMED";
    private static final boolean USER_PRESENCE_REQUIRED = true;
    // WebAuthn 3 §4 Credential ID: "at least 16 bytes that include at least 100 bits of entropy".
    private static final int SHORTEST_CREDENTIAL_ID = 16;

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            parameters(COSEAlgorithmIdentifier.ES256),
            parameters(COSEAlgorithmIdentifier.EdDSA),
            parameters(COSEAlgorithmIdentifier.RS256));

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager;
    private final AttestationPolicy attestations;
    private final String rpId;
    private final boolean userVerificationRequired;
    private final Set<Origin> origins;

    @Inject
    WebAuthn4jCeremonies(PasskeyConfig config) {
        this(config, true);
    }

    /** @param userVerificationRequired true, except to see what the examples of the standard without it are worth otherwise */
    WebAuthn4jCeremonies(PasskeyConfig config, boolean userVerificationRequired) {
        this.userVerificationRequired = userVerificationRequired;
        this.rpId = config.rpId();
        this.origins = config.origins().stream().map(Origin::new).collect(Collectors.toUnmodifiableSet());
        this.attestations = new AttestationPolicy(config.attestation());
        converter.getCborConverter().registerModule(TpmAttestReader.module());
        this.manager = manager(converter);
    }

    // Whom a statement leads to is asked by the policy, which keeps the answer; here it only has to be correct.
    private static WebAuthnManager manager(ObjectConverter converter) {
        var manager = new WebAuthnManager(
                List.of(
                        new NoneAttestationStatementVerifier(),
                        new PackedAttestationStatementVerifier(),
                        new TPMAttestationStatementVerifier(),
                        new AndroidKeyAttestationStatementVerifier(),
                        new AppleAnonymousAttestationStatementVerifier()),
                new NullCertPathTrustworthinessVerifier(),
                new NullSelfAttestationTrustworthinessVerifier(),
                converter);
        // The finding of a counter that went back is a rule of ours and made in the model.
        manager.getAuthenticationDataVerifier().setMaliciousCounterValueHandler((authenticationObject) -> {});
        return manager;
    }

    @Override
    public Result<NewCredential, PasskeyRefusal> checkRegistration(String responseJson, String challenge, Instant now) {
        return attempt(() -> SentRegistration.read(responseJson), EnrolmentRejected::new)
                .flatMap(sent -> attestations
                        .taken(sent.format())
                        .flatMap(format -> verified(sent, responseJson, challenge)
                                .flatMap(data -> attestations
                                        .judge(format, Objects.requireNonNull(data.getAttestationObject()), now)
                                        .map(attestation -> newCredential(data, attestation)))));
    }

    private Result<RegistrationData, PasskeyRefusal> verified(
            SentRegistration sent, String responseJson, String challenge) {
        var parameters = new RegistrationParameters(
                server(challenge), ALGORITHMS, userVerificationRequired, USER_PRESENCE_REQUIRED);
        return attempt(
                        () -> manager.verify(manager.parseRegistrationResponseJSON(responseJson), parameters),
                        EnrolmentRejected::new)
                .flatMap(data -> broken(sent)
                        .<Result<RegistrationData, PasskeyRefusal>>map(
                                rule -> Result.refused(new EnrolmentRejected(rule)))
                        .orElseGet(() -> Result.ok(data)));
    }

    private static Optional<String> broken(SentRegistration sent) {
        if (sent.format().equals(NoneAttestationStatement.FORMAT)
                && !sent.statement().isEmpty()) {
            // spec| §8.7: "$$attStmtType //= ( fmt: "none", attStmt: emptyMap )"
            return Optional.of("BAD_ATTESTATION_STATEMENT");
        }
        return sent.credentialId().length < SHORTEST_CREDENTIAL_ID
                ? Optional.of("CREDENTIAL_ID_TOO_SHORT")
                : KeyRules.broken(sent.publicKey());
    }

    private NewCredential newCredential(RegistrationData data, Attestation attestation) {
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
                transports(data.getTransports()),
                attestation);
    }

    @Override
    public Result<Named, PasskeyRefusal> readAssertion(String responseJson) {
        return attempt(() -> manager.parseAuthenticationResponseJSON(responseJson), AssertionRejected::new)
                .map(data -> new Named(data.getCredentialId(), Optional.ofNullable(data.getUserHandle())));
    }

    @Override
    public Result<Signed, PasskeyRefusal> checkAssertion(
            String responseJson, String challenge, Passkey.Enrolled passkey) {
        var parameters = new AuthenticationParameters(
                server(challenge),
                record(passkey),
                List.of(passkey.credential().credentialId()),
                userVerificationRequired,
                USER_PRESENCE_REQUIRED);
        return attempt(
                () -> signed(manager.verify(manager.parseAuthenticationResponseJSON(responseJson), parameters)),
                AssertionRejected::new);
    }

    /**
     * Reads and verifies what was sent. That is anybody's to make up, and the library fails on it in as many ways as a
     * parser has (also with a NullPointerException on an empty object, or with whatever a certificate's reader throws), so
     * whatever comes out of here is the sender's fault.
     */
    private static <T> Result<T, PasskeyRefusal> attempt(
            Supplier<T> reading, Function<String, PasskeyRefusal> rejected) {
        try {
            return Result.ok(reading.get());
        } catch (VerificationException failedCheck) {
            return Result.refused(rejected.apply(finding(failedCheck)));
        } catch (StrictCbor.NotCanonical otherSpelling) {
            return Result.refused(rejected.apply("NOT_CANONICAL"));
        } catch (RuntimeException unreadable) {
            return Result.refused(rejected.apply(MALFORMED));
        }
    }

    private static Signed signed(AuthenticationData data) {
        var authenticator = Objects.requireNonNull(data.getAuthenticatorData());
        AuthenticatorBytes.check(Objects.requireNonNull(data.getAuthenticatorDataBytes()));
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
