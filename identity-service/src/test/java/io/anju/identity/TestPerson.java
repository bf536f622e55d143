package io.anju.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.anju.kit.http.Digests;
import io.anju.testkit.passkey.EmulatedAuthenticator;
import io.quarkus.arc.Arc;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** A person with a phone and a device, who uses the service over HTTP. */
final class TestPerson {

    static final String ORIGIN = "http://localhost:8080";
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    final String phone;
    final EmulatedAuthenticator device = new EmulatedAuthenticator();
    private final String outside;
    UUID id = new UUID(0, 0);
    String idNumber = "";
    String accessToken = "";
    String refreshToken = "";

    TestPerson(String outside) {
        this(outside, "139" + "%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000)));
    }

    TestPerson(String outside, String phone) {
        this.outside = outside;
        this.phone = phone;
    }

    /** A customer at level L1. */
    TestPerson registered() {
        var opened = openRegistration();
        hold(proveRegistration(opened, newestCode())
                .then()
                .statusCode(201)
                .extract()
                .jsonPath());
        return this;
    }

    /** A customer at level L2. */
    TestPerson verified() {
        registered();
        idNumber = newIdNumber();
        checkRealName("张三", idNumber).then().statusCode(200).body("level", equalTo("L2"));
        refresh();
        return this;
    }

    /** A customer at level L3, with a passkey on the device. */
    TestPerson bound() {
        verified();
        enrolPasskey().then().statusCode(201);
        refresh();
        return this;
    }

    String openRegistration() {
        return anonymous()
                .body(Map.of("phone", phone))
                .post("/api/v1/registrations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    Response proveRegistration(String registration, String code) {
        return proveRegistration(anonymous(), registration, registrationProof(code));
    }

    Response proveRegistration(String registration, String code, String version, String sha256) {
        return proveRegistration(anonymous(), registration, registrationProof(code, version, sha256));
    }

    static Response proveRegistration(RequestSpecification from, String registration, Map<String, Object> proof) {
        return from.body(proof).post("/api/v1/registrations/" + registration + "/proof");
    }

    /** The code, and the acceptance of the notice that is in force. */
    static Map<String, Object> registrationProof(String code) {
        JsonPath notice = given().get("/api/v1/privacy-notices/current")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return registrationProof(code, notice.getString("version"), notice.getString("sha256"));
    }

    private static Map<String, Object> registrationProof(String code, String version, String sha256) {
        return Map.of("code", code, "privacyNotice", Map.of("version", version, "sha256", sha256));
    }

    Response checkRealName(String name, String idNumber) {
        return request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("name", name, "idNumber", idNumber))
                .post("/api/v1/real-name-checks");
    }

    Response enrolPasskey() {
        String options = request()
                .post("/api/v1/passkeys/options")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String body = "{\"credential\":" + device.create(options, ORIGIN) + ",\"name\":\"phone\"}";
        String token = verifyBySms("passkey.add", "/api/v1/passkeys", "identity-service", body);
        return request()
                .header("Verification-Token", token)
                .body(body)
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/passkeys");
    }

    /** @param channel empty where the purpose has none */
    Response decide(String purpose, String channel, String decision) {
        return request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("purpose", purpose, "channel", channel, "decision", decision))
                .post("/api/v1/me/consents");
    }

    Response withdraw(String purpose, String channel) {
        return request().queryParam("channel", channel).delete("/api/v1/me/consents/" + purpose);
    }

    /** Opens a verification; {@code method} may be null for the strongest. */
    Response openVerification(String act, String resource, String audience, String body, String method) {
        var request = new java.util.HashMap<String, Object>(
                Map.of("act", act, "resource", resource, "audience", audience, "bodySha256", Digests.sha256(body)));
        if (method != null) {
            request.put("method", method);
        }
        return request().body(request).post("/api/v1/verifications");
    }

    String verifyBySms(String act, String resource, String audience, String body) {
        String id = openVerification(act, resource, audience, body, "SMS")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return proveVerification(id, "{\"method\":\"SMS\",\"code\":\"" + newestCode() + "\"}")
                .then()
                .statusCode(200)
                .extract()
                .path("verificationToken");
    }

    String verify(String act, String resource, String audience, String body) {
        Response opened = openVerification(act, resource, audience, body, null);
        return proveVerification(opened.then().statusCode(201).extract().path("id"), assertion(opened))
                .then()
                .statusCode(200)
                .extract()
                .path("verificationToken");
    }

    /** By passkey where there is one, by SMS where there is none. */
    String verifyAnyWay(String act, String resource, String audience, String body) {
        Response opened = openVerification(act, resource, audience, body, null);
        String id = opened.then().statusCode(201).extract().path("id");
        String proof = opened.path("passkeyOptions") == null
                ? "{\"method\":\"SMS\",\"code\":\"" + newestCode() + "\"}"
                : assertion(opened);
        return proveVerification(id, proof).then().statusCode(200).extract().path("verificationToken");
    }

    /** The device's answer to the challenge of an opened verification or sign-in. */
    String assertion(Response opened) {
        String options = new io.vertx.core.json.JsonObject(opened.asString())
                .getJsonObject("passkeyOptions")
                .encode();
        return "{\"method\":\"PASSKEY\",\"assertion\":" + device.get(options, ORIGIN) + "}";
    }

    Response proveVerification(String id, String proof) {
        return request().body(proof).post("/api/v1/verifications/" + id + "/proof");
    }

    /** A minute after the last code to the phone, which is the pause between two. */
    Response openSignIn(Map<String, String> request) {
        Arc.container()
                .instance(Pool.class)
                .get()
                .query("UPDATE sms_code SET sent_at = sent_at - interval '2 minutes'")
                .executeAndAwait();
        return anonymous().body(request).post("/api/v1/sign-ins");
    }

    Response proveSignIn(String id, String proof) {
        return anonymous().body(proof).post("/api/v1/sign-ins/" + id + "/proof");
    }

    Response signInByPasskey() {
        Response opened = openSignIn(Map.of("method", "PASSKEY"));
        return proveSignIn(opened.then().statusCode(201).extract().path("id"), assertion(opened));
    }

    Response refreshWith(String token) {
        return given().formParam("grant_type", "refresh_token")
                .formParam("client_id", "anju-app")
                .formParam("refresh_token", token)
                .post("/oauth2/token");
    }

    void refresh() {
        JsonPath tokens =
                refreshWith(refreshToken).then().statusCode(200).extract().jsonPath();
        accessToken = tokens.getString("access_token");
        refreshToken = tokens.getString("refresh_token");
    }

    void hold(JsonPath tokens) {
        id = UUID.fromString(tokens.getString("personId"));
        accessToken = tokens.getString("accessToken");
        refreshToken = tokens.getString("refreshToken");
    }

    RequestSpecification request() {
        return anonymous().auth().oauth2(accessToken);
    }

    static RequestSpecification anonymous() {
        return given().header("Accept-Language", "en").contentType(ContentType.JSON);
    }

    String newestSms() {
        return given().queryParam("to", phone)
                .queryParam("limit", 1)
                .get(outside + "/sms/messages")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].text");
    }

    /** The texts to this phone that hold this word, the newest first. */
    List<String> messages(String word) {
        return given()
                .queryParam("to", phone)
                .queryParam("limit", 50)
                .get(outside + "/sms/messages")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.text", String.class)
                .stream()
                .filter(text -> text.contains(word))
                .toList();
    }

    String newestCode() {
        var found = CODE.matcher(newestSms());
        if (!found.find()) {
            throw new AssertionError("no code in the newest message");
        }
        return found.group();
    }

    /** A resident ID number of an adult that no other test uses. */
    static String newIdNumber() {
        String body = "11010519%02d0%d%02d%03d"
                .formatted(
                        ThreadLocalRandom.current().nextInt(50, 99),
                        ThreadLocalRandom.current().nextInt(1, 10),
                        ThreadLocalRandom.current().nextInt(1, 29),
                        ThreadLocalRandom.current().nextInt(1000));
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (body.charAt(i) - '0') * weights[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
