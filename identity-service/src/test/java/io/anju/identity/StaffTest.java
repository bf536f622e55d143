package io.anju.identity;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StaffTest extends IdentityTestBase {

    @BeforeEach
    void staffIsThere() {
        Awaitility.await().until(() -> count("SELECT count(*) FROM staff_member") >= 7);
    }

    @Test
    void enrolsOnceByCodeThenSignsInByPasskey() throws Exception {
        var approver = person();
        StaffEnrolment.enrol(approver, "qian-code").then().statusCode(201);
        approver.hold(
                approver.signInByPasskey().then().statusCode(200).extract().jsonPath());

        var claims = JourneyTest.read(approver.accessToken, "at+jwt", "anju-api");
        assertEquals(List.of("approver"), claims.getStringListClaimValue("roles"));
        StaffEnrolment.begin("qian-code").then().statusCode(422).body("code", equalTo("ENROLMENT_CODE_NOT_GOOD"));
    }

    @Test
    void aMemberVerifiesAStaffActByPasskeyOnly() {
        var officer = person();
        StaffEnrolment.enrol(officer, "zhao-code").then().statusCode(201);
        officer.hold(officer.signInByPasskey().jsonPath());
        String application = "/api/v1/staff/applications/" + UUID.randomUUID();

        officer.openVerification("application.approve", application, "loan-service", "{}", null)
                .then()
                .statusCode(403)
                .body("code", equalTo("ROLE_MISSING"));
    }

    @Test
    void anEnrolmentTokenOpensNothingElse() {
        String token = StaffEnrolment.begin("zheng-code")
                .then()
                .statusCode(201)
                .extract()
                .path("enrolmentToken");

        TestPerson.anonymous().auth().oauth2(token).get("/api/v1/me").then().statusCode(403);
        TestPerson.anonymous()
                .auth()
                .oauth2(token)
                .get("/api/v1/staff/members")
                .then()
                .statusCode(403);
        TestPerson.anonymous()
                .auth()
                .oauth2(token)
                .body("{\"credential\":{}}")
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/staff/enrolments/" + UUID.randomUUID() + "/passkey")
                .then()
                .statusCode(404);
    }

    @Test
    void theAdministratorListsMembersAndRotatesTheKeys() {
        var admin = person();
        StaffEnrolment.enrol(admin, "wang-code").then().statusCode(201);
        admin.hold(admin.signInByPasskey().jsonPath());

        admin.request()
                .get("/api/v1/staff/members")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("approver Qian"));
        Response first = admin.request().queryParam("limit", 3).get("/api/v1/staff/members");
        first.then().body("items", hasSize(3)).header("Link", containsString("rel=\"next\""));
        admin.request()
                .queryParam("cursor", first.<String>path("next"))
                .get("/api/v1/staff/members")
                .then()
                .body("items.name", hasItem("officer Zhao"))
                .body("items.name", not(hasItem(first.<String>path("items[2].name"))));
        TestStaff.act(admin, "keys.rotate", "/api/v1/staff/signing-keys/rotation", "", "")
                .then()
                .statusCode(200)
                .body("items.size()", greaterThan(1));
        person().registered().request().get("/api/v1/me").then().statusCode(200);
    }
}
