package io.anju.identity;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;

/** The three who change what others may do, and how they do it. */
abstract class AuthorityTestBase extends IdentityTestBase {

    static final String CHANGES = "/api/v1/staff/authority-changes";
    static final String NEXT_YEAR = LocalDate.now().plusYears(1).toString();

    // Each code of the demonstration enrols one passkey, once for all tests of all classes; between two of them a token
    // may expire.
    static TestPerson admin;
    static TestPerson compliance;
    static TestPerson auditor;

    @BeforeEach
    void staffIsThere() {
        Awaitility.await().until(() -> count("SELECT count(*) FROM staff_member WHERE name = 'auditor Wei'") == 1);
        if (admin == null) {
            admin = StaffEnrolment.signedIn(person(), "feng-code");
            compliance = StaffEnrolment.signedIn(person(), "chen-code");
            auditor = StaffEnrolment.signedIn(person(), "wei-code");
        } else {
            List.of(admin, compliance, auditor).forEach(TestPerson::refresh);
        }
    }

    TestPerson employed(String... roles) {
        Response proposed = propose(admin, employ(roles[0] + " " + UUID.randomUUID(), roles));
        String code = approve(compliance, proposed.path("id"))
                .then()
                .statusCode(200)
                .extract()
                .path("enrolmentCode");
        return StaffEnrolment.signedIn(person(), code);
    }

    static void changed(Map<String, ?> change) {
        approve(compliance, propose(admin, change).path("id")).then().statusCode(200);
    }

    static Map<String, Object> employ(String name, String... roles) {
        return Map.of("kind", "EMPLOY", "name", name, "roles", List.of(roles), "trainedUntil", NEXT_YEAR);
    }

    static Response propose(TestPerson by, Map<String, ?> change) {
        Response proposed = proposing(by, change);
        proposed.then().statusCode(201);
        return proposed;
    }

    static Response proposing(TestPerson by, Map<String, ?> change) {
        return proposing(by.request(), change);
    }

    static Response proposing(RequestSpecification request, Map<String, ?> change) {
        var body = new JsonObject();
        change.forEach((name, value) ->
                body.put(name, value instanceof List<?> list ? new JsonArray(list) : String.valueOf(value)));
        return request.header("Idempotency-Key", UUID.randomUUID())
                .body(body.put("reason", "as agreed").encode())
                .post(CHANGES);
    }

    static Response approve(TestPerson by, String id) {
        String token = by.verify("authority.approve", CHANGES + "/" + id, "identity-service", "{}");
        return approve(by, id, token, UUID.randomUUID());
    }

    static Response approve(TestPerson by, String id, String token, UUID key) {
        return by.request()
                .header("Verification-Token", token)
                .header("Idempotency-Key", key)
                .body("{}")
                .post(CHANGES + "/" + id + "/approval");
    }

    static Response reject(TestPerson by, String id) {
        return by.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{}")
                .post(CHANGES + "/" + id + "/rejection");
    }
}
