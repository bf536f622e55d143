package io.anju.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.testkit.passkey.Digests;
import java.util.Map;

/** A borrower with a phone. */
public final class Customer extends Person {

    private final String phone;
    private final Sandbox outside;
    private String refreshToken = "";
    private String id = "";

    public Customer(Api gateway, Sandbox outside, String phone) {
        super(gateway);
        this.outside = outside;
        this.phone = phone;
    }

    public String id() {
        return id;
    }

    public String phone() {
        return phone;
    }

    /** Registers by phone, accepting the privacy notice that is current. */
    public void register() {
        var begun =
                gateway.post("/api/v1/registrations", Map.of("phone", phone)).expect(201);
        var notice = gateway.get("/api/v1/privacy-notices/current").expect(200);
        var proof = Map.of(
                "code",
                outside.newestCode(phone),
                "privacyNotice",
                Map.of("version", notice.at("/version"), "sha256", notice.at("/sha256")));
        hold(gateway.post("/api/v1/registrations/" + begun.at("/id") + "/proof", proof)
                .expect(201)
                .json());
    }

    @Override
    protected void hold(JsonNode tokens) {
        super.hold(tokens);
        refreshToken = tokens.path("refreshToken").asText();
        id = tokens.path("personId").asText();
    }

    /** Fetches a new access token, which says the level that the customer has by now. */
    public void refresh() {
        var form = "grant_type=refresh_token&client_id=anju-app&refresh_token=" + refreshToken;
        var answer = gateway.post("/oauth2/token", form, Map.of("Content-Type", "application/x-www-form-urlencoded"))
                .expect(200)
                .json();
        holdAccessToken(answer.path("access_token").asText());
        refreshToken = answer.path("refresh_token").asText();
    }

    public void proveRealName(String name, String idNumber) {
        postOnce("/api/v1/real-name-checks", Map.of("name", name, "idNumber", idNumber))
                .expect(200);
        refresh();
    }

    /** Enrols the device's passkey; the first is verified by a fresh code on the phone. */
    public void enrolPasskey() {
        var options = api().post("/api/v1/passkeys/options", "").expect(200);
        var credential = device.create(options.text(), gateway.base());
        var body = "{\"credential\":" + credential + ",\"name\":\"phone\"}";
        postWith(verifyBySms("passkey.add", "/api/v1/passkeys", "identity-service", body), "/api/v1/passkeys", body)
                .expect(201);
        refresh();
    }

    private String verifyBySms(String act, String resource, String audience, String body) {
        var asked = Map.of(
                "act", act,
                "resource", resource,
                "audience", audience,
                "bodySha256", Digests.bodySha256(Api.bytes(body)),
                "method", "SMS");
        var begun = api().post("/api/v1/verifications", asked).expect(201);
        var proof = Map.of("method", "SMS", "code", outside.newestCode(phone));
        return api().post("/api/v1/verifications/" + begun.at("/id") + "/proof", proof)
                .expect(200)
                .at("/verificationToken");
    }

    public void consent(String purpose) {
        postOnce("/api/v1/me/consents", Map.of("purpose", purpose, "decision", "GRANTED"))
                .expect(201);
    }

    public void consent(String purpose, String channel) {
        postOnce("/api/v1/me/consents", Map.of("purpose", purpose, "channel", channel, "decision", "GRANTED"))
                .expect(201);
    }
}
