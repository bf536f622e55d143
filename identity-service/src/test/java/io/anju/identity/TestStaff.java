package io.anju.identity;

import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Members of staff who have enrolled, once for all tests, and are signed in. */
final class TestStaff {

    private static final Map<String, TestPerson> ENROLLED = new ConcurrentHashMap<>();

    private TestStaff() {}

    /** The member of this enrolment code, signed in anew. */
    static TestPerson member(String outside, String code) {
        var member = ENROLLED.computeIfAbsent(code, unknown -> enrol(outside, unknown));
        member.hold(member.signInByPasskey().then().statusCode(200).extract().jsonPath());
        return member;
    }

    private static TestPerson enrol(String outside, String code) {
        var member = new TestPerson(outside);
        Response begun = TestPerson.anonymous().body(Map.of("code", code)).post("/api/v1/staff/enrolments");
        begun.then().statusCode(201);
        String options =
                new JsonObject(begun.asString()).getJsonObject("passkeyOptions").encode();
        TestPerson.anonymous()
                .auth()
                .oauth2(begun.path("enrolmentToken"))
                .body("{\"credential\":" + member.device.create(options, TestPerson.ORIGIN) + "}")
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/staff/enrolments/" + begun.path("id") + "/passkey")
                .then()
                .statusCode(201);
        return member;
    }

    /** Does a protected act of staff: verifies, then posts the body to the path under the resource. */
    static Response act(TestPerson member, String act, String resource, String path, String body) {
        String token = member.verify(act, resource, "identity-service", body);
        return post(member, token, resource + path, body);
    }

    static Response post(TestPerson member, String token, String path, String body) {
        return member.request()
                .header("Verification-Token", token)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(path);
    }
}
