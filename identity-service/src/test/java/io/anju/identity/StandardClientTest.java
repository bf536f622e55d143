package io.anju.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.dpop.DPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A library that knows the standards and nothing of us refreshes a token, binds it to a key and uses it. */
@QuarkusTest
class StandardClientTest extends IdentityTestBase {

    private ECKey key;
    private DPoPProofFactory proofs;

    @BeforeEach
    void makeAKey() throws Exception {
        key = new ECKeyGenerator(Curve.P_256).generate();
        proofs = new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256);
    }

    @Test
    void usesTokensThatAreBoundToItsKey() throws Exception {
        var first = refreshed(person().registered().refreshToken);
        var second = refreshed(first.getTokens().getRefreshToken().getValue());
        var token = second.getTokens().getDPoPAccessToken();

        assertEquals(200, me(token));
        assertEquals(
                key.computeThumbprint().toString(),
                JourneyTest.read(token.getValue(), "at+jwt", "anju-api")
                        .getClaimValue("cnf", java.util.Map.class)
                        .get("jkt"));
    }

    private AccessTokenResponse refreshed(String refreshToken) throws Exception {
        var request = new TokenRequest(
                        at("/oauth2/token"),
                        new ClientID("anju-app"),
                        new RefreshTokenGrant(new RefreshToken(refreshToken)))
                .toHTTPRequest();
        request.setDPoP(proofs.createDPoPJWT("POST", URI.create(KeyBoundApp.TOKEN_ENDPOINT)));
        return TokenResponse.parse(request.send()).toSuccessResponse();
    }

    private int me(DPoPAccessToken token) throws Exception {
        var request = new HTTPRequest(HTTPRequest.Method.GET, at("/api/v1/me"));
        request.setAuthorization(token.toAuthorizationHeader());
        request.setDPoP(proofs.createDPoPJWT("GET", URI.create(KeyBoundApp.ORIGIN + "/api/v1/me"), token));
        return request.send().getStatusCode();
    }

    /** Where the service listens: the gateway, whose address the proofs name, is not here. */
    private static URI at(String path) {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port + path);
    }
}
