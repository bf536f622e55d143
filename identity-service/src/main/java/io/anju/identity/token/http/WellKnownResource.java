package io.anju.identity.token.http;

import io.anju.identity.token.SigningKey;
import io.anju.identity.token.SigningKeys;
import io.anju.kit.token.Challenges;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What anybody may know about our tokens. */
@Path("/.well-known")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class WellKnownResource {

    /** RFC 7517, section 5. */
    @RegisterForReflection
    public record KeySet(List<Map<String, Object>> keys) {}

    private final SigningKeys keys;
    private final Map<String, Object> metadata;

    WellKnownResource(SigningKeys keys, @ConfigProperty(name = "anju.issuer") String issuer) {
        this.keys = keys;
        this.metadata = metadata(issuer);
    }

    /** The public keys (RFC 7517), with those of the recent past and the near future. */
    @GET
    @Path("jwks.json")
    @APIResponseSchema(KeySet.class)
    public Uni<Response> keySet() {
        return keys.published()
                .map(published -> Response.ok(
                                new JsonObject().put("keys", jwks(published)).encode())
                        .header("Cache-Control", "public, max-age=60")
                        .build());
    }

    /** OpenID Connect Discovery 1.0. */
    @GET
    @Path("openid-configuration")
    public Map<String, Object> openIdConfiguration() {
        return metadata;
    }

    /** RFC 8414. */
    @GET
    @Path("oauth-authorization-server")
    public Map<String, Object> authorizationServer() {
        return metadata;
    }

    private static JsonArray jwks(List<SigningKey> keys) {
        var array = new JsonArray();
        keys.forEach(key -> array.add(new JsonObject(key.publicJwk())));
        return array;
    }

    private static Map<String, Object> metadata(String issuer) {
        return Map.ofEntries(
                Map.entry("issuer", issuer),
                Map.entry("jwks_uri", issuer + "/.well-known/jwks.json"),
                Map.entry("token_endpoint", issuer + "/oauth2/token"),
                Map.entry("revocation_endpoint", issuer + "/oauth2/revoke"),
                Map.entry(
                        "grant_types_supported",
                        List.of(
                                "refresh_token",
                                "client_credentials",
                                "urn:ietf:params:oauth:grant-type:token-exchange")),
                Map.entry("token_endpoint_auth_methods_supported", List.of("none", "private_key_jwt")),
                Map.entry("token_endpoint_auth_signing_alg_values_supported", List.of("ES256")),
                Map.entry("dpop_signing_alg_values_supported", List.of(Challenges.ALGORITHMS.split(" "))),
                Map.entry("id_token_signing_alg_values_supported", List.of("ES256")),
                Map.entry("subject_types_supported", List.of("public")),
                Map.entry("response_types_supported", List.of()),
                Map.entry("acr_values_supported", List.of("L0", "L1", "L2", "L3")));
    }
}
