package io.anju.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.anju.kit.http.Digests;
import io.anju.testkit.dpop.ProofKey;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.function.Consumer;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;

/** A token that is bound to a key (RFC 9449), requests with it, and how it is refused. */
abstract class BoundTokenTestBase extends KitTestBase {

    static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    static final String PUBLIC = "http://identity.test";
    static final String ME = PUBLIC + "/api/v1/doors/me";

    final ProofKey key = ProofKey.es256();

    String token() {
        return neighbours.tokens().bound(customer, key.thumbprint());
    }

    static ValidatableResponse me(String token, String... proofs) {
        var headers = new ArrayList<Header>();
        headers.add(new Header("Authorization", "DPoP " + token));
        headers.add(new Header("Accept-Language", "en"));
        for (String proof : proofs) {
            headers.add(new Header("DPoP", proof));
        }
        return given().headers(new Headers(headers)).get("/api/v1/doors/me").then();
    }

    static void refusedAsProof(ValidatableResponse answer) {
        answer.statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "DPoP error=\"invalid_dpop_proof\", algs=\"ES256 EdDSA\"")
                .body("code", equalTo("DPOP_PROOF_INVALID"))
                .body("title", equalTo("The proof of possession is not valid"));
    }

    static void refusedAsToken(ValidatableResponse answer) {
        answer.statusCode(401)
                .header("WWW-Authenticate", "DPoP error=\"invalid_token\", algs=\"ES256 EdDSA\"")
                .body("code", equalTo("TOKEN_INVALID"));
    }

    /** A proof for {@link #ME} that goes with the token, but for one change. */
    static String changed(ProofKey key, String token, Consumer<JwtClaims> claims, Consumer<JsonWebSignature> header) {
        return key.proof(
                "GET",
                ME,
                proof -> {
                    proof.setClaim("ath", Digests.sha256(token));
                    claims.accept(proof);
                },
                header);
    }
}
