package io.anju.identity.oauth;

import io.anju.identity.oauth.model.GrantRefusal;
import io.anju.identity.oauth.model.GrantRefusal.Error;
import io.anju.kernel.result.Result;
import io.anju.kit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** {@code private_key_jwt} (RFC 7523): who the client is, proved by its own key, each assertion good for once. */
@ApplicationScoped
class ClientAuthentication {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final int LIFE_MINUTES_MAX = 5;
    private static final int SKEW_SECONDS = 5;
    private static final int LENGTH_MAX = 4096;

    private static final GrantRefusal NOBODY =
            new GrantRefusal(Error.INVALID_CLIENT, "no such client, or no assertion");

    private final Clients clients;
    private final SeenAssertions seen;
    private final GrantFailures failures;
    private final BusinessClock clock;
    private final String[] audiences;

    ClientAuthentication(
            Clients clients,
            SeenAssertions seen,
            GrantFailures failures,
            BusinessClock clock,
            @ConfigProperty(name = "anju.issuer") String issuer) {
        this.clients = clients;
        this.seen = seen;
        this.failures = failures;
        this.clock = clock;
        this.audiences = new String[] {issuer, issuer + "/oauth2/token"};
    }

    private record Assertion(Clients.Client client, String jti, Instant expiresAt) {}

    /**
     * The client, or {@code invalid_client}. Failures are counted and slowed down per client and per address; a good
     * assertion is never held up by them, since nobody but the client can make one and nobody else shall lock it out.
     */
    Uni<Result<Clients.Client, GrantRefusal>> authenticate(TokenRequest request) {
        return claimed(request)
                .flatMap(claimed -> claimed.isEmpty()
                        ? failures.count(NOBODY, Optional.empty(), request.address())
                        : prove(claimed.get(), request.clientAssertion().orElseThrow())
                                .flatMap(result -> switch (result) {
                                    case Result.Ok<Clients.Client, GrantRefusal> good ->
                                        Uni.createFrom().item(good);
                                    case Result.Refused<Clients.Client, GrantRefusal>(var refusal) ->
                                        failures.count(
                                                refusal,
                                                Optional.of(claimed.get().id()),
                                                request.address());
                                }));
    }

    private Uni<Optional<Clients.Client>> claimed(TokenRequest request) {
        return request.clientAssertion()
                .filter(assertion -> assertion.length() <= LENGTH_MAX)
                .filter(assertion ->
                        request.clientAssertionType().filter(TYPE::equals).isPresent())
                .flatMap(ClientAuthentication::unverifiedSubject)
                .filter(id -> request.clientId().map(id::equals).orElse(true))
                .map(clients::find)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Result<Clients.Client, GrantRefusal>> prove(Clients.Client client, String assertion) {
        Optional<Assertion> verified = verify(client, assertion);
        if (verified.isEmpty()) {
            return refused("the assertion does not stand up");
        }
        return seen.use(client.id(), verified.get().jti(), verified.get().expiresAt())
                .flatMap(fresh ->
                        fresh ? Uni.createFrom().item(Result.ok(client)) : refused("the assertion was used before"));
    }

    private Optional<Assertion> verify(Clients.Client client, String assertion) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setVerificationKey(client.key())
                    // RFC 8725 §3.1: the algorithm is ours to choose, never the token's.
                    .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, "ES256"))
                    .setExpectedIssuer(true, client.id())
                    .setExpectedSubject(client.id())
                    .setExpectedAudience(true, audiences)
                    .setRequireJwtId()
                    .setRequireExpirationTime()
                    .setMaxFutureValidityInMinutes(LIFE_MINUTES_MAX)
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.now().toEpochMilli()))
                    .build()
                    .processToClaims(assertion);
            Instant expiresAt = Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis())
                    .plusSeconds(SKEW_SECONDS);
            return Optional.of(new Assertion(client, claims.getJwtId(), expiresAt));
        } catch (InvalidJwtException | MalformedClaimException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> unverifiedSubject(String assertion) {
        try {
            return Optional.ofNullable(new JwtConsumerBuilder()
                    .setSkipAllValidators()
                    .setDisableRequireSignature()
                    .setSkipSignatureVerification()
                    .build()
                    .processToClaims(assertion)
                    .getSubject());
        } catch (InvalidJwtException | MalformedClaimException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static Uni<Result<Clients.Client, GrantRefusal>> refused(String why) {
        return Uni.createFrom().item(Result.refused(new GrantRefusal(Error.INVALID_CLIENT, why)));
    }
}
