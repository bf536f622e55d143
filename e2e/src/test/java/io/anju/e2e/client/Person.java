package io.anju.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.testkit.passkey.Digests;
import io.anju.testkit.passkey.EmulatedAuthenticator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody with a device: signs in, holds the tokens, and verifies single acts with a passkey. */
public class Person {

    protected final Api gateway;
    protected final EmulatedAuthenticator device = new EmulatedAuthenticator();
    private String accessToken = "";

    protected Person(Api gateway) {
        this.gateway = gateway;
    }

    /** The API as this person. */
    public Api api() {
        return gateway.as(accessToken);
    }

    /** Another door as this person. */
    public Api api(Api door) {
        return door.as(accessToken);
    }

    public String accessToken() {
        return accessToken;
    }

    protected void hold(JsonNode tokens) {
        holdAccessToken(tokens.path("accessToken").asText());
    }

    protected final void holdAccessToken(String token) {
        if (token.isEmpty()) {
            throw new AssertionError("no access token was given");
        }
        accessToken = token;
    }

    /** Signs in with the passkey on the device. */
    public void signInWithPasskey() {
        var begun =
                gateway.post("/api/v1/sign-ins", Map.of("method", "PASSKEY")).expect(201);
        var assertion = device.get(begun.json().path("passkeyOptions").toString(), gateway.base());
        var proof = "{\"method\":\"PASSKEY\",\"assertion\":" + assertion + "}";
        hold(gateway.post("/api/v1/sign-ins/" + begun.at("/id") + "/proof", proof)
                .expect(200)
                .json());
    }

    /** A verification token for exactly this act, resource and body. */
    public String verify(String act, String resource, String audience, String body) {
        var asked = Map.of(
                "act",
                act,
                "resource",
                resource,
                "audience",
                audience,
                "bodySha256",
                Digests.bodySha256(Api.bytes(body)));
        var begun = api().post("/api/v1/verifications", asked).expect(201);
        var assertion = device.get(begun.json().path("passkeyOptions").toString(), gateway.base());
        var proof = "{\"method\":\"PASSKEY\",\"assertion\":" + assertion + "}";
        return api().post("/api/v1/verifications/" + begun.at("/id") + "/proof", proof)
                .expect(200)
                .at("/verificationToken");
    }

    /** Does a sensitive act: verifies it, then sends it with the second key. */
    public Answer postVerified(String path, String act, String resource, String audience, String body) {
        return postWith(verify(act, resource, audience, body), path, body);
    }

    /** Sends it with a second key that was cut before. */
    public Answer postWith(String verification, String path, String body) {
        return api().post(path, body, Map.of("Verification-Token", verification, "Idempotency-Key", newKey()));
    }

    /** Sends something that is done once, with a key of its own. */
    public Answer postOnce(String path, Object body) {
        return api().post(path, body, new HashMap<>(Map.of("Idempotency-Key", newKey())));
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }
}
