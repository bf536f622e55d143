package io.anju.bench.identity;

import io.anju.bench.kit.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * Access tokens for a service: {@code client_credentials} with a fresh {@code private_key_jwt} each time, from us and
 * from Keycloak; and from Keycloak by a secret, which spares it the assertion.
 */
final class Tokens {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String GRANT = "grant_type=client_credentials";
    private static final String ASSERTION =
            "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=";

    /** Forms made for a slice before it begins, for each client: more than can be used. */
    private static final int EACH =
            IdentityBench.SECONDS * IdentityBench.setting("MOST_PER_SECOND", 6_500) / Clients.COUNT;

    /** Who gives tokens, where, and what it is asked with. */
    private record Contender(ProcessHandle process, int port, String path, Forms forms) {}

    /** Makes the forms of a slice. */
    private interface Forms {
        List<List<String>> make();
    }

    private Tokens() {}

    static void compare(Server server, Identity identity) throws Exception {
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        try (var keycloak = Keycloak.start(server, identity)) {
            Map<String, Contender> contenders = contenders(identity, keycloak);
            for (int round = -IdentityBench.WARM_UP; round < IdentityBench.ROUNDS; round++) {
                for (var contender : contenders.entrySet()) {
                    Cost cost = slice(server, contender.getValue());
                    if (round >= 0) {
                        costs.computeIfAbsent(contender.getKey(), name -> new ArrayList<>())
                                .add(cost);
                    }
                }
            }
        }
        print(costs, signatures(identity));
    }

    private static Map<String, Contender> contenders(Identity identity, Keycloak keycloak) {
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put(
                "keycloak, private_key_jwt",
                new Contender(
                        keycloak.process(),
                        keycloak.port(),
                        Keycloak.TOKENS,
                        () -> forms(identity, keycloak.issuer(), "")));
        contenders.put(
                "keycloak, secret",
                new Contender(keycloak.process(), keycloak.port(), Keycloak.TOKENS, Tokens::bySecret));
        contenders.put(
                "anju, private_key_jwt",
                new Contender(
                        identity.process(),
                        identity.port(),
                        "/oauth2/token",
                        () -> forms(identity, "http://localhost:8080", "&audience=repayment-service")));
        return contenders;
    }

    private static Cost slice(Server server, Contender contender) throws Exception {
        List<List<String>> forms = contender.forms().make();
        return Cost.of(
                contender.process(),
                server.process(),
                () -> Clients.run(contender.port(), IdentityBench.SECONDS, (connection, client, turn) -> {
                    String token = connection
                            .post(contender.path(), FORM, forms.get(client).get(turn))
                            .expect(200);
                    if (!token.contains("access_token")) {
                        throw new IllegalStateException(token);
                    }
                }));
    }

    private static List<List<String>> bySecret() {
        String form = GRANT + "&client_id=" + Keycloak.SECRET_CLIENT + "&client_secret=" + Keycloak.SECRET;
        return IntStream.range(0, Clients.COUNT)
                .mapToObj(client -> java.util.Collections.nCopies(EACH, form))
                .toList();
    }

    private static List<List<String>> forms(Identity identity, String audience, String more) {
        return IntStream.range(0, Clients.COUNT)
                .parallel()
                .mapToObj(client -> IntStream.range(0, EACH)
                        .mapToObj(i -> GRANT + more + ASSERTION + assertion(identity, audience))
                        .toList())
                .toList();
    }

    private static String assertion(Identity identity, String audience) {
        var claims = new JwtClaims();
        claims.setIssuer(Identity.CLIENT);
        claims.setSubject(Identity.CLIENT);
        claims.setAudience(audience);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(4);
        try {
            var jws = new JsonWebSignature();
            jws.setAlgorithmHeaderValue("ES256");
            jws.setKeyIdHeaderValue("1");
            jws.setPayload(claims.toJson());
            jws.setKey(identity.client().getPrivate());
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Microseconds of CPU of one signature and one verification: what all do for an assertion and a token. */
    private static Map<String, Double> signatures(Identity identity) throws Exception {
        byte[] message = new byte[300];
        var key = identity.client();
        Map<String, Double> micros = new LinkedHashMap<>();
        for (var provider : Raw.providers().entrySet()) {
            micros.put(
                    provider.getKey(),
                    Raw.micros(() -> Raw.verify(
                            provider.getValue(),
                            key.getPublic(),
                            message,
                            Raw.sign(provider.getValue(), key.getPrivate(), message))));
        }
        return micros;
    }

    private static void print(Map<String, List<Cost>> costs, Map<String, Double> signatures) {
        System.out.printf("%ntokens, %d clients%n", Clients.COUNT);
        System.out.println(Cost.line("contender", "per second", "CPU us", "PG CPU us", "x its CPU", "x its rate"));
        Cost keycloak = Cost.median(costs.getOrDefault("keycloak, private_key_jwt", List.of()));
        costs.forEach((name, rounds) -> {
            Cost cost = Cost.median(rounds);
            System.out.println(Cost.line(
                    name,
                    "%.0f".formatted(cost.perSecond()),
                    "%.0f".formatted(cost.cpuMicros()),
                    "%.0f".formatted(cost.postgresMicros()),
                    "%.2f".formatted(cost.micros() / keycloak.micros()),
                    "%.2f".formatted(cost.perSecond() / keycloak.perSecond())));
        });
        signatures.forEach((name, micros) -> System.out.println(Cost.line(
                "sign and verify, " + name,
                "",
                "%.0f".formatted(micros),
                "",
                "%.2f".formatted(micros / keycloak.micros()))));
    }
}
