package io.anju.kit.client;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientConfigBuilder;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.oidc.client.runtime.OidcClientConfig.Grant;
import io.quarkus.oidc.client.runtime.TokensHelper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * This service's own tokens: {@code client_credentials} proven by {@code private_key_jwt} (RFC 7523), one audience each,
 * kept until shortly before they end; and token exchange (RFC 8693) to pass a user's identity on.
 */
@ApplicationScoped
public class ServiceTokens {

    private static final Duration RENEW_BEFORE_END = Duration.ofSeconds(30);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    /** A client of the token endpoint for one audience, with the token it holds. */
    private record Held(Uni<OidcClient> client, TokensHelper tokens) {}

    private final OidcClients clients;
    private final ServiceUrls urls;
    private final String service;
    private final String issuer;
    private final String keyFile;
    private final Map<String, Held> byAudience = new ConcurrentHashMap<>();
    private final Map<String, Uni<OidcClient>> exchanges = new ConcurrentHashMap<>();

    ServiceTokens(
            OidcClients clients,
            ServiceUrls urls,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "anju.issuer") String issuer,
            ServiceKeyConfig key) {
        this.clients = clients;
        this.urls = urls;
        this.service = service;
        this.issuer = issuer;
        this.keyFile = key.keyFile().toString();
    }

    /** This service's token for another one. Fails while identity is away and no live token is held. */
    public Uni<String> forAudience(String other) {
        var held = byAudience.computeIfAbsent(
                other, audience -> new Held(client(audience, Grant.Type.CLIENT), new TokensHelper()));
        return held.client().flatMap(held.tokens()::getTokens).map(Tokens::getAccessToken);
    }

    /** A token with which this service acts for the user at another one; the user stays its subject. */
    public Uni<String> exchange(String userToken, String other) {
        return exchanges
                .computeIfAbsent(other, audience -> client(audience, Grant.Type.EXCHANGE))
                // The client names the subject token's type by itself, and RFC 6749, section 3.2, forbids saying it
                // twice.
                .flatMap(client -> client.getTokens(Map.of("subject_token", userToken)))
                .map(Tokens::getAccessToken);
    }

    private Uni<OidcClient> client(String audience, Grant.Type grant) {
        return clients.newClient(config(audience, grant)).memoize().until(() -> false);
    }

    private OidcClientConfig config(String audience, Grant.Type grant) {
        return new OidcClientConfigBuilder()
                .id(grant + " " + audience)
                .authServerUrl(urls.of("identity-service"))
                .discoveryEnabled(false)
                .tokenPath("/oauth2/token")
                .connectionTimeout(CONNECT_TIMEOUT)
                .clientId(service)
                .credentials()
                .jwt()
                .source(io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Jwt.Source.CLIENT)
                .keyFile(keyFile)
                .signatureAlgorithm("ES256")
                .tokenKeyId(service)
                .audience(issuer)
                .end()
                .end()
                .grant(grant)
                .audience(audience)
                .accessTokenExpirySkew(RENEW_BEFORE_END)
                .build();
    }
}
