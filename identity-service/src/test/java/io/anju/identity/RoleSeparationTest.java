package io.anju.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody holds both halves of an act that takes two people. */
@QuarkusTest
class RoleSeparationTest extends AuthorityTestBase {

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
    void theRulesOfSeparationAreShownWithTheirReasons() {
        auditor.request()
                .get("/api/v1/staff/role-separations")
                .then()
                .statusCode(200)
                .body("items.reason", hasItem(containsString("recommends")));
    }

    private static RequestSpecification inChinese(TestPerson by) {
        return given().contentType(ContentType.JSON)
                .header("Accept-Language", "zh-CN")
                .auth()
                .oauth2(by.accessToken);
    }
}
