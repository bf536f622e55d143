package io.anju.identity.oauth;

import io.anju.identity.oauth.model.GrantRefusal;
import io.anju.identity.oauth.model.GrantRefusal.Error;
import io.anju.kernel.result.Result;
import io.anju.kit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;

/** {@code private_key_jwt} (RFC 7523): who the client is, proved by its own key, each assertion good for once. */
@ApplicationScoped
class ClientAuthentication {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final int LIFE_MINUTES_MAX = 5;
    private static final int SKEW_SECONDS = 5;
    private static final int LENGTH_MAX = 4096;

    /** Printable, as the table of the assertions that were seen keeps it. */
    private static final Pattern JTI = Pattern.compile("\\P{Cntrl}{1,128}");

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

    /** Parsed, and nothing of it believed. */
    private static final JwtConsumer UNVERIFIED = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .build();

    private record Claimed(Clients.Client client, JwtContext assertion) {}

    private record Assertion(String jti, Instant expiresAt) {}

    /**
     * The client, or {@code invalid_client}. Failures are counted and slowed down per client and per address; a good
     * assertion is never held up by them, since nobody but the client can make one and nobody else shall lock it out.
     */
    Uni<Result<Clients.Client, GrantRefusal>> authenticate(TokenRequest request) {
        return claimed(request)
                .flatMap(claimed -> claimed.isEmpty()
                        ? failures.count(NOBODY, Optional.empty(), request.address())
                        : prove(claimed.get()).flatMap(result -> switch (result) {
                            case Result.Ok<Clients.Client, GrantRefusal> good ->
                                Uni.createFrom().item(good);
                            case Result.Refused<Clients.Client, GrantRefusal>(var refusal) ->
                                failures.count(
                                        refusal,
                                        Optional.of(claimed.get().client().id()),
                                        request.address());
                        }));
    }

    private Uni<Optional<Claimed>> claimed(TokenRequest request) {
        return request.clientAssertion()
                .filter(assertion -> assertion.length() <= LENGTH_MAX)
                .filter(assertion ->
                        request.clientAssertionType().filter(TYPE::equals).isPresent())
                .flatMap(ClientAuthentication::parse)
                .flatMap(assertion -> subject(assertion)
                        .filter(id -> request.clientId().map(id::equals).orElse(true))
                        .map(id -> clients.find(id).map(found -> found.map(client -> new Claimed(client, assertion)))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Result<Clients.Client, GrantRefusal>> prove(Claimed claimed) {
        Optional<Assertion> verified = verify(claimed);
        if (verified.isEmpty()) {
            return refused("the assertion does not stand up");
        }
        Clients.Client client = claimed.client();
        return seen.use(client.id(), verified.get().jti(), verified.get().expiresAt())
                .flatMap(fresh ->
                        fresh ? Uni.createFrom().item(Result.ok(client)) : refused("the assertion was used before"));
    }

    /** By any of its keys: a client that changes to a new one has two for a while. */
    private Optional<Assertion> verify(Claimed claimed) {
        return claimed.client().keys().stream()
                .flatMap(key -> verify(claimed, key).stream())
                .findFirst();
    }

    private Optional<Assertion> verify(Claimed claimed, PublicKey key) {
        Clients.Client client = claimed.client();
        try {
            new JwtConsumerBuilder()
                    .setVerificationKey(key)
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
                    .processContext(claimed.assertion());
            JwtClaims claims = claimed.assertion().getJwtClaims();
            Instant expiresAt = Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis())
                    .plusSeconds(SKEW_SECONDS);
            return Optional.of(new Assertion(claims.getJwtId(), expiresAt))
                    .filter(assertion -> JTI.matcher(assertion.jti()).matches());
        } catch (InvalidJwtException | MalformedClaimException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static Optional<JwtContext> parse(String assertion) {
        try {
            return Optional.of(UNVERIFIED.process(assertion));
        } catch (InvalidJwtException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> subject(JwtContext assertion) {
        try {
            return Optional.ofNullable(assertion.getJwtClaims().getSubject());
        } catch (MalformedClaimException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static Uni<Result<Clients.Client, GrantRefusal>> refused(String why) {
        return Uni.createFrom().item(Result.refused(new GrantRefusal(Error.INVALID_CLIENT, why)));
    }
}
