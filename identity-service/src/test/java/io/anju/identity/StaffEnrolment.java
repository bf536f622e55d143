package io.anju.identity;

import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;

/** Members of staff in tests: enrolled by their code and signed in. */
final class StaffEnrolment {

    private StaffEnrolment() {}

    static Response begin(String code) {
        return TestPerson.anonymous().body(Map.of("code", code)).post("/api/v1/staff/enrolments");
    }

    static Response enrol(TestPerson member, String code) {
        Response begun = begin(code);
        begun.then().statusCode(201);
        String options =
                new JsonObject(begun.asString()).getJsonObject("passkeyOptions").encode();
        return TestPerson.anonymous()
                .auth()
                .oauth2(begun.path("enrolmentToken"))
                .body("{\"credential\":" + member.device.create(options, TestPerson.ORIGIN) + "}")
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/staff/enrolments/" + begun.path("id") + "/passkey");
    }

    /** Enrols by the code, and signs in. */
    static TestPerson signedIn(TestPerson member, String code) {
        enrol(member, code).then().statusCode(201);
        member.hold(member.signInByPasskey().then().statusCode(200).extract().jsonPath());
        return member;
    }
}
