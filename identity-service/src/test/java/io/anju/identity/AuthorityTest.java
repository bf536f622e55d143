package io.anju.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who of the staff may do what: by two people, and never by those whom it concerns. */
@QuarkusTest
class AuthorityTest extends AuthorityTestBase {

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
    void aRoleThatWasTakenCutsNoSecondKeyWithTheOldToken() {
        var member = employed("compliance");
        String change = CHANGES + "/" + UUID.randomUUID();
        Response opened = member.openVerification("authority.approve", change, "identity-service", "{}", null);
        opened.then().statusCode(201);
        changed(Map.of("kind", "ASSIGN_ROLES", "memberId", member.id, "roles", List.of("teller")));

        member.proveVerification(opened.path("id"), member.assertion(opened))
                .then()
                .statusCode(403)
                .body("code", equalTo("ROLE_MISSING"));
        member.openVerification("authority.approve", change, "identity-service", "{}", null)
                .then()
                .statusCode(403)
                .body("code", equalTo("ROLE_MISSING"));
    }

    @Test
    void anEnrolmentCodeIsTakenHoweverManyWereWrongFromItsAddress() {
        Response proposed = propose(admin, employ("late " + UUID.randomUUID(), "teller"));
        String code = approve(compliance, proposed.path("id")).path("enrolmentCode");
        StaffEnrolment.begin("made-up").then().statusCode(422);
        sql("UPDATE failure_count SET failures = 12, last_failed_at = now() WHERE subject LIKE $1", "stranger:%");

        StaffEnrolment.begin("made-up").then().statusCode(429);
        StaffEnrolment.begin(code).then().statusCode(201);
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
    void nobodyIsEmployedWithoutARoleOrWithOneThatIsNone() {
        proposing(admin, employ("idle " + UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("code", equalTo("ROLES_UNKNOWN"))
                .body("known", hasItem("teller"));
        proposing(admin, employ("king " + UUID.randomUUID(), "king")).then().statusCode(422);
        refusesBlanks("name", blank -> proposing(admin, employ(blank, "teller")));
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
}
