package io.anju.identity;

import static io.anju.identity.TestClient.keyPair;
import static io.anju.identity.TestClient.pem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who of the staff and the partners may do what: by two people, and never by those whom it concerns. */
@QuarkusTest
class AuthorityTest extends IdentityTestBase {

    private static final String CHANGES = "/api/v1/staff/authority-changes";
    private static final String NEXT_YEAR = LocalDate.now().plusYears(1).toString();

    // Each code of the demonstration enrols one passkey, once for all tests.
    private static TestPerson admin;
    private static TestPerson compliance;
    private static TestPerson auditor;

    @BeforeEach
    void staffIsThere() {
        Awaitility.await().until(() -> count("SELECT count(*) FROM staff_member WHERE name = 'auditor Wei'") == 1);
        if (admin == null) {
            admin = StaffEnrolment.signedIn(person(), "feng-code");
            compliance = StaffEnrolment.signedIn(person(), "chen-code");
            auditor = StaffEnrolment.signedIn(person(), "wei-code");
        }
    }

    @Test
    void twoPeopleEmployAMemberWhoThenEnrolsAndSignsIn() throws Exception {
        var name = "teller " + UUID.randomUUID();
        Response proposed = propose(admin, employ(name, "teller"));
        var code = approve(compliance, proposed.path("id"))
                .then()
                .statusCode(200)
                .body("change.state", equalTo("APPROVED"))
                .extract()
                .<String>path("enrolmentCode");
        var teller = StaffEnrolment.signedIn(person(), code);

        var claims = JourneyTest.read(teller.accessToken, "at+jwt", "anju-api");
        assertEquals(List.of("teller"), claims.getStringListClaimValue("roles"));
        assertEquals("anju personal-data", claims.getStringClaimValue("scope"));
        auditor.request()
                .get("/api/v1/staff/members/" + teller.id + "/history")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("EMPLOY"))
                .body("items[0].proposedBy", equalTo(admin.id.toString()))
                .body("items[0].decidedBy", equalTo(compliance.id.toString()));
        auditor.request()
                .get("/api/v1/staff/members/" + teller.id)
                .then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("roles", equalTo(List.of("teller")))
                .body("enrolledAt", notNullValue());
    }

    @Test
    void oneAloneChangesNothing() {
        Response proposed = propose(admin, employ("loner " + UUID.randomUUID(), "approver"));

        approve(admin, proposed.path("id")).then().statusCode(403).body("code", equalTo("SECOND_PERSON_NEEDED"));
        admin.request()
                .get("/api/v1/staff/members/" + proposed.path("subject"))
                .then()
                .statusCode(404);
        compliance
                .request()
                .queryParam("open", true)
                .get(CHANGES)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(proposed.<String>path("id")))
                .body("items.state", everyItem(equalTo("OPEN")));
    }

    @Test
    void nobodyProposesOrApprovesWhatConcernsThemselves() {
        proposing(admin, Map.of("kind", "ASSIGN_ROLES", "memberId", admin.id, "roles", List.of("compliance")))
                .then()
                .statusCode(403)
                .body("code", equalTo("OWN_AUTHORITY"));
        Response ofCompliance =
                propose(admin, Map.of("kind", "RECORD_TRAINING", "memberId", compliance.id, "trainedUntil", NEXT_YEAR));

        approve(compliance, ofCompliance.path("id")).then().statusCode(403).body("code", equalTo("OWN_AUTHORITY"));
    }

    @Test
    void complianceRecordsTrainingsAndGivesNoRights() {
        proposing(compliance, employ("friend " + UUID.randomUUID(), "teller"))
                .then()
                .statusCode(403)
                .body("code", equalTo("CHANGE_NOT_FOR_ROLE"));
    }

    /** Each pair by the two-person act that it would void; see 03-identity and 10-rules. */
    @ParameterizedTest
    @CsvSource({
        "loan-officer, approver, recommends",
        "teller, approver, counter",
        "teller, loan-officer, interview",
        "risk-officer, approver, hold",
        "admin, compliance, proposes",
        "admin, approver, rights",
        "auditor, compliance, examines"
    })
    void nobodyGetsBothHalvesOfATwoPersonAct(String one, String other, String reason) {
        proposing(admin, employ("both " + UUID.randomUUID(), one, other))
                .then()
                .statusCode(422)
                .body("code", equalTo("ROLES_NOT_SEPARATE"))
                .body("reason", containsString(reason));
        proposing(inChinese(admin), employ("both " + UUID.randomUUID(), one, other))
                .then()
                .statusCode(422)
                .body("reason", not(containsString(reason)));
    }

    @Test
    void rolesThatDoNotMeetInAnActAreHeldTogether() {
        String name = "both " + UUID.randomUUID();
        Response proposed = propose(admin, employ(name, "compliance", "teller"));
        approve(compliance, proposed.path("id")).then().statusCode(200);

        admin.request()
                .get("/api/v1/staff/members/" + proposed.path("subject"))
                .then()
                .body("roles", equalTo(List.of("compliance", "teller")));
    }

    @Test
    void theDatabaseKeepsRolesApartAsWell() {
        var member = employed("approver");

        var refused = assertThrows(
                PgException.class,
                () -> sql("UPDATE staff_member SET roles = '{approver,loan-officer}' WHERE id = $1", member.id));
        assertEquals("23514", refused.getSqlState());
    }

    @Test
    void whatBecameForbiddenWhileAProposalWaitedIsNotCarriedOut() {
        var member = employed("teller");
        Response proposed = propose(
                admin, Map.of("kind", "ASSIGN_ROLES", "memberId", member.id, "roles", List.of("teller", "compliance")));
        sql("INSERT INTO role_separation VALUES ('compliance', 'teller', 'new rule', '新规则')");
        try {
            approve(compliance, proposed.path("id")).then().statusCode(422).body("reason", equalTo("new rule"));
        } finally {
            sql("DELETE FROM role_separation WHERE one = 'compliance' AND other = 'teller'");
        }
    }

    @Test
    void aSuspendedMemberIsOutAtOnceAndComesBackByTwoPeople() {
        var member = employed("approver");
        changed(Map.of("kind", "SUSPEND", "memberId", member.id));

        member.refreshWith(member.refreshToken).then().statusCode(400).body("error", equalTo("invalid_grant"));
        member.signInByPasskey().then().statusCode(403).body("code", equalTo("SUSPENDED"));
        member.openVerification(
                        "application.approve",
                        "/api/v1/staff/applications/" + UUID.randomUUID(),
                        "loan-service",
                        "{}",
                        null)
                .then()
                .statusCode(403);
        proposing(admin, Map.of("kind", "SUSPEND", "memberId", member.id))
                .then()
                .statusCode(409)
                .body("code", equalTo("NOTHING_TO_CHANGE"));
        changed(Map.of("kind", "REINSTATE", "memberId", member.id));
        member.signInByPasskey().then().statusCode(200);
    }

    @Test
    void aRoleThatWasTakenIsGoneFromTheNextToken() throws Exception {
        var member = employed("teller");
        changed(Map.of("kind", "ASSIGN_ROLES", "memberId", member.id, "roles", List.of("risk-officer")));
        member.refresh();

        var claims = JourneyTest.read(member.accessToken, "at+jwt", "anju-api");
        assertEquals(List.of("risk-officer"), claims.getStringListClaimValue("roles"));
    }

    @Test
    void lapsedTrainingTakesThePersonalDataOutOfNewTokensAndSaysSo() {
        var member = employed("teller");
        member.refreshWith(member.refreshToken).then().body("scope", equalTo("anju personal-data"));
        sql(
                "UPDATE staff_member SET trained_until = $2 WHERE id = $1",
                member.id,
                LocalDate.now(io.anju.kit.time.BusinessClock.ZONE).minusDays(1));

        Response signedIn = member.signInByPasskey();
        signedIn.then().statusCode(200).body("scope", equalTo("anju")).body("notice", equalTo("TRAINING_LAPSED"));
        member.hold(signedIn.jsonPath());
        member.refreshWith(member.refreshToken).then().body("scope", equalTo("anju"));
        auditor.request().get("/api/v1/staff/members/" + member.id).then().body("readsPersonalData", equalTo(false));

        Response proposed = propose(
                compliance, Map.of("kind", "RECORD_TRAINING", "memberId", member.id, "trainedUntil", NEXT_YEAR));
        approve(admin, proposed.path("id")).then().statusCode(200);
        member.signInByPasskey()
                .then()
                .body("scope", equalTo("anju personal-data"))
                .body("notice", nullValue());
    }

    @Test
    void aTrainingCountsForTwoYearsAtMost() {
        var tooLong = new java.util.HashMap<>(employ("expert " + UUID.randomUUID(), "teller"));
        tooLong.put("trainedUntil", LocalDate.now().plusYears(3).toString());

        proposing(admin, tooLong).then().statusCode(422).body("code", equalTo("TRAINING_DATE_NOT_GOOD"));
    }

    @Test
    void reEnrolmentVoidsTheOldPasskeyAndGivesANewCode() {
        var member = employed("teller");
        Response proposed = propose(admin, Map.of("kind", "RE_ENROL", "memberId", member.id));
        String code = approve(compliance, proposed.path("id")).path("enrolmentCode");

        member.signInByPasskey().then().statusCode(422);
        member.refreshWith(member.refreshToken).then().statusCode(400);
        assertEquals(member.id, StaffEnrolment.signedIn(person(), code).id);
    }

    @Test
    void ofTwoApprovalsAtOnceOneIsCarriedOut() {
        Response proposed = propose(admin, employ("raced " + UUID.randomUUID(), "teller"));
        String id = proposed.path("id");
        String path = CHANGES + "/" + id;
        var tokens = Stream.generate(() -> compliance.verify("authority.approve", path, "identity-service", "{}"))
                .limit(2)
                .toList();

        var answers = tokens.stream()
                .map(token -> CompletableFuture.supplyAsync(
                        () -> approve(compliance, id, token, UUID.randomUUID()).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertEquals(List.of(200, 409), answers);
    }

    @Test
    void aLostAnswerIsGivenAgainWithTheSameCode() {
        Response proposed = propose(admin, employ("lost " + UUID.randomUUID(), "teller"));
        String id = proposed.path("id");
        String token = compliance.verify("authority.approve", CHANGES + "/" + id, "identity-service", "{}");
        UUID key = UUID.randomUUID();

        String first = approve(compliance, id, token, key).path("enrolmentCode");
        assertEquals(first, approve(compliance, id, token, key).path("enrolmentCode"));
        assertEquals(
                0,
                count("SELECT count(*) FROM idempotency_key WHERE position($1 in body) > 0", first),
                "kept in clear");
    }

    @Test
    void aProposalThatWaitedTooLongIsDecidedNoMore() {
        Response proposed = propose(admin, employ("late " + UUID.randomUUID(), "teller"));
        sql(
                "UPDATE authority_change SET expires_at = now() - interval '1 second' WHERE id = $1",
                UUID.fromString(proposed.path("id")));

        approve(compliance, proposed.path("id")).then().statusCode(410).body("code", equalTo("CHANGE_EXPIRED"));
    }

    @Test
    void theProposerTakesAProposalBack() {
        Response proposed = propose(admin, employ("undone " + UUID.randomUUID(), "teller"));
        reject(admin, proposed.path("id")).then().statusCode(200).body("change.state", equalTo("REJECTED"));

        approve(compliance, proposed.path("id")).then().statusCode(409).body("code", equalTo("CHANGE_DECIDED_ALREADY"));
    }

    @Test
    void anAgencyIsAdmittedSuspendedReinstatedAndGivenAnotherKey() {
        String id = "agency-" + UUID.randomUUID();
        var first = keyPair();
        changed(Map.of("kind", "ADMIT_AGENCY", "clientId", id, "publicKey", pem(first.getPublic())));
        var client = new TestClient(id, first.getPrivate());
        client.ask(client.assertion(c -> {}), "anju-api").then().statusCode(200);
        client.ask(client.assertion(c -> {}), "loan-service").then().statusCode(400);

        changed(Map.of("kind", "SUSPEND_AGENCY", "clientId", id));
        client.ask(client.assertion(c -> {}), "anju-api")
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
        changed(Map.of("kind", "REINSTATE_AGENCY", "clientId", id));
        var second = keyPair();
        changed(Map.of("kind", "REPLACE_AGENCY_KEY", "clientId", id, "publicKey", pem(second.getPublic())));

        client.ask(client.assertion(c -> {}), "anju-api").then().statusCode(401);
        var renewed = new TestClient(id, second.getPrivate());
        renewed.ask(renewed.assertion(c -> {}), "anju-api").then().statusCode(200);
        auditor.request()
                .queryParam("limit", 100)
                .get("/api/v1/staff/agency-credentials")
                .then()
                .statusCode(200)
                .body("items.clientId", hasItem(id));
    }

    @Test
    void anAgencyTakesNoNameOfOursAndNoKeyThatIsNone() {
        String key = pem(keyPair().getPublic());

        proposing(admin, Map.of("kind", "ADMIT_AGENCY", "clientId", "loan-service", "publicKey", key))
                .then()
                .statusCode(409)
                .body("code", equalTo("NAME_TAKEN"));
        proposing(admin, Map.of("kind", "ADMIT_AGENCY", "clientId", "anju-app", "publicKey", key))
                .then()
                .statusCode(409);
        proposing(admin, Map.of("kind", "ADMIT_AGENCY", "clientId", "new-agency", "publicKey", "none"))
                .then()
                .statusCode(422)
                .body("code", equalTo("AGENCY_KEY_NOT_GOOD"));
    }

    @Test
    void nobodyIsEmployedWithoutARoleOrWithOneThatIsNone() {
        proposing(admin, employ("idle " + UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("code", equalTo("ROLES_UNKNOWN"))
                .body("known", hasItem("teller"));
        proposing(admin, employ("king " + UUID.randomUUID(), "king")).then().statusCode(422);
        proposing(admin, employ(" ", "teller")).then().statusCode(400).body("fields[0].field", equalTo("name"));
    }

    @Test
    void aMissingFieldIsNamed() {
        proposing(admin, Map.of("kind", "EMPLOY", "name", "somebody"))
                .then()
                .statusCode(400)
                .body("fields[0].field", equalTo("roles"));
    }

    @Test
    void auditorsSeeWhatAMemberHasReadAndAdministratorsDoNot() {
        var member = employed("teller");
        var customer = person().registered();
        sql(
                "INSERT INTO access_record VALUES ($1, $2, $3, 'STAFF', 'BRANCH_VISIT', '{APPOINTMENT}', now())",
                UUID.randomUUID(),
                customer.id,
                member.id.toString());
        String path = "/api/v1/staff/members/" + member.id + "/access-records";

        auditor.request()
                .get(path)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].customerId", equalTo(customer.id.toString()))
                .body("items[0].purpose", equalTo("BRANCH_VISIT"));
        admin.request().get(path).then().statusCode(403);
    }

    @Test
    void theRulesOfSeparationAreShownWithTheirReasons() {
        auditor.request()
                .get("/api/v1/staff/role-separations")
                .then()
                .statusCode(200)
                .body("items.reason", hasItem(containsString("recommends")));
    }

    private TestPerson employed(String... roles) {
        Response proposed = propose(admin, employ(roles[0] + " " + UUID.randomUUID(), roles));
        String code = approve(compliance, proposed.path("id"))
                .then()
                .statusCode(200)
                .extract()
                .path("enrolmentCode");
        return StaffEnrolment.signedIn(person(), code);
    }

    private static void changed(Map<String, ?> change) {
        approve(compliance, propose(admin, change).path("id")).then().statusCode(200);
    }

    private static Map<String, Object> employ(String name, String... roles) {
        return Map.of("kind", "EMPLOY", "name", name, "roles", List.of(roles), "trainedUntil", NEXT_YEAR);
    }

    private static Response propose(TestPerson by, Map<String, ?> change) {
        Response proposed = proposing(by, change);
        proposed.then().statusCode(201);
        return proposed;
    }

    private static Response proposing(TestPerson by, Map<String, ?> change) {
        return proposing(by.request(), change);
    }

    private static Response proposing(RequestSpecification request, Map<String, ?> change) {
        var body = new JsonObject();
        change.forEach((name, value) ->
                body.put(name, value instanceof List<?> list ? new JsonArray(list) : String.valueOf(value)));
        return request.header("Idempotency-Key", UUID.randomUUID())
                .body(body.put("reason", "as agreed").encode())
                .post(CHANGES);
    }

    private static RequestSpecification inChinese(TestPerson by) {
        return given().contentType(ContentType.JSON)
                .header("Accept-Language", "zh-CN")
                .auth()
                .oauth2(by.accessToken);
    }

    private static Response approve(TestPerson by, String id) {
        String token = by.verify("authority.approve", CHANGES + "/" + id, "identity-service", "{}");
        return approve(by, id, token, UUID.randomUUID());
    }

    private static Response approve(TestPerson by, String id, String token, UUID key) {
        return by.request()
                .header("Verification-Token", token)
                .header("Idempotency-Key", key)
                .body("{}")
                .post(CHANGES + "/" + id + "/approval");
    }

    private static Response reject(TestPerson by, String id) {
        return by.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{}")
                .post(CHANGES + "/" + id + "/rejection");
    }
}
