package io.anju.identity;

import static io.restassured.RestAssured.given;

import io.anju.testkit.dpop.ProofKey;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/** An app whose tokens are bound to a key of its own (RFC 9449). */
final class KeyBoundApp {

    static final String ORIGIN = TestPerson.ORIGIN;
    static final String TOKEN_ENDPOINT = ORIGIN + "/oauth2/token";

    final TestPerson person;
    final ProofKey key;
    String accessToken = "";
    String refreshToken = "";

    KeyBoundApp(TestPerson person, ProofKey key) {
        this.person = person;
        this.key = key;
    }

    /** Signs its person in by SMS; with the key. */
    KeyBoundApp signedIn() {
        String id = openSignIn();
        hold(proveSignIn(id, Map.of(), proofOfSignIn(id))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath());
        return this;
    }

    String openSignIn() {
        return person.openSignIn(Map.of("method", "SMS", "phone", person.phone))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    String proofOfSignIn(String id) {
        return key.proof("POST", ORIGIN + "/api/v1/sign-ins/" + id + "/proof");
    }

    /** Answers with the newest code, whatever is shown beside it. */
    Response proveSignIn(String id, Map<String, Object> device, String... proofs) {
        var body = new HashMap<String, Object>(Map.of("method", "SMS", "code", person.newestCode()));
        if (!device.isEmpty()) {
            body.put("device", device);
        }
        return with(TestPerson.anonymous(), proofs).body(body).post("/api/v1/sign-ins/" + id + "/proof");
    }

    private void hold(JsonPath tokens) {
        person.id = java.util.UUID.fromString(tokens.getString("personId"));
        accessToken = tokens.getString("accessToken");
        refreshToken = tokens.getString("refreshToken");
    }

    Response refresh(String token) {
        return refreshWith(token, key.proof("POST", TOKEN_ENDPOINT));
    }

    /** Refreshes with whatever is shown beside the token. */
    static Response refreshWith(String token, String... proofs) {
        return with(given(), proofs)
                .formParam("grant_type", "refresh_token")
                .formParam("client_id", "anju-app")
                .formParam("refresh_token", token)
                .post("/oauth2/token");
    }

    /** A request to this path with the access token and a proof. */
    RequestSpecification request(String method, String path) {
        return TestPerson.anonymous()
                .header("Authorization", "DPoP " + accessToken)
                .header("DPoP", key.proof(method, ORIGIN + path, accessToken));
    }

    static RequestSpecification with(RequestSpecification request, String... proofs) {
        for (String proof : proofs) {
            request.header("DPoP", proof);
        }
        return request;
    }
}
