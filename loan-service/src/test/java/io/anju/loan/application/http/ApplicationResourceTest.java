package io.anju.loan.application.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.loan.Desk;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class ApplicationResourceTest {

    private static final String PATH = "/api/v1/applications/";

    Neighbours neighbours;

    @Inject
    DataSource database;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(neighbours);
    }

    @Test
    void isFilledInStepByStep() {
        var customer = desk.customer();
        String id = desk.as(customer)
                .body("{\"product\":\"FIRST_HOME\"}")
                .post("/api/v1/applications")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", equalTo("DRAFT"))
                .extract()
                .path("id");

        desk.as(customer)
                .header("If-Match", "\"1\"")
                .body("{\"income\":{\"monthly\":3000000,\"employment\":\"EMPLOYED\",\"employedMonths\":48}}")
                .patch(PATH + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        desk.as(customer)
                .header("If-Match", "\"2\"")
                .body("{\"dueDay\":20}")
                .patch(PATH + id)
                .then()
                .statusCode(200);

        desk.as(customer)
                .get(PATH + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("content.income.monthly", equalTo(3_000_000))
                .body("content.dueDay", equalTo(20))
                .body("productVersion", equalTo(1));
    }

    @Test
    void refusesAChangeMadeOnAnOldCopy() {
        var customer = desk.customer();
        String id = desk.draft(customer);
        desk.as(customer).header("If-Match", "\"1\"").body("{\"dueDay\":20}").patch(PATH + id);

        desk.as(customer)
                .header("If-Match", "\"1\"")
                .body("{\"dueDay\":21}")
                .patch(PATH + id)
                .then()
                .statusCode(412)
                .body("code", equalTo("STALE_VERSION"));
        desk.as(customer).body("{\"dueDay\":21}").patch(PATH + id).then().statusCode(428);
    }

    @Test
    void belongsToItsOwnerAlone() {
        var owner = desk.customer();
        String id = desk.draft(owner);
        var other = desk.customer();

        desk.as(other).get(PATH + id).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        desk.as(other).get(PATH + id + "/timeline").then().statusCode(404);
        desk.as(other).get(PATH + id + "/cost-sheet").then().statusCode(404);
        desk.as(other)
                .header("If-Match", "*")
                .body("{\"dueDay\":1}")
                .patch(PATH + id)
                .then()
                .statusCode(404);
        desk.submit(other, id).then().statusCode(404);
        desk.as(other)
                .header("If-Match", "\"999\"")
                .post(PATH + id + "/withdrawal")
                .then()
                .statusCode(404);
        desk.as(owner)
                .header("If-Match", "\"999\"")
                .post(PATH + id + "/withdrawal")
                .then()
                .statusCode(412);
        desk.as(other).post(PATH + id + "/withdrawal").then().statusCode(404);
        desk.as(other).get("/api/v1/applications").then().statusCode(200).body("items", hasSize(0));
        given().get(PATH + id).then().statusCode(401);
        desk.as(UUID.randomUUID(), "loan-officer").get(PATH + id).then().statusCode(403);
    }

    @Test
    void namesEverythingThatASubmissionLacks() {
        var customer = desk.customer();
        String id = desk.draft(customer, "{\"dueDay\":20}");

        desk.submit(customer, id)
                .then()
                .statusCode(422)
                .body("code", equalTo("APPLICATION_INCOMPLETE"))
                .body("fields.field", hasItems("tranches", "property", "income", "documents"))
                .body("fields.code", hasItems("MISSING", "INCOME_PROOF_MISSING"))
                .body("fields.message", hasItems("尚未填写", "缺少收入证明"));
    }

    @Test
    void asksForTheConsentToACreditCheck() {
        var customer = desk.stranger("李四", "11010519891231002X");
        String id = desk.complete(customer);

        desk.submit(customer, id)
                .then()
                .statusCode(409)
                .body("code", equalTo("CREDIT_CHECK_CONSENT_MISSING"))
                .body("detail", containsString("CREDIT_CHECK"));

        desk.consent(customer, true);
        desk.submit(customer, id).then().statusCode(200).body("state", equalTo("SUBMITTED"));
    }

    @Test
    void isSubmittedWithAVerificationAndOnce() {
        var customer = desk.customer();
        String id = desk.complete(customer);
        String resource = PATH + id;

        desk.as(customer)
                .body("{}")
                .post(resource + "/submission")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("insufficient_user_authentication"));

        String foreign = neighbours
                .tokens()
                .verification(customer, "loan-service", "application.submit", PATH + UUID.randomUUID(), "{}");
        desk.as(customer)
                .header("Verification-Token", foreign)
                .body("{}")
                .post(resource + "/submission")
                .then()
                .statusCode(403)
                .body("code", equalTo("VERIFICATION_MISMATCH"));

        String good = neighbours.tokens().verification(customer, "loan-service", "application.submit", resource, "{}");
        desk.as(customer)
                .header("Verification-Token", good)
                .body("{}")
                .post(resource + "/submission")
                .then()
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"));
        desk.as(customer)
                .header("Verification-Token", good)
                .body("{}")
                .post(resource + "/submission")
                .then()
                .statusCode(403)
                .body("code", equalTo("VERIFICATION_USED"));

        var data = neighbours.awaitEvent("anju.application.submitted.v1", id);
        assertEquals(customer.toString(), data.path("customerId").asText());
    }

    @Test
    void needsLevelThreeToSubmit() {
        var customer = desk.customer();
        String id = desk.complete(customer);
        given().auth()
                .oauth2(neighbours.tokens().customer(customer, "L2"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("{}")
                .post(PATH + id + "/submission")
                .then()
                .statusCode(403)
                .body("code", equalTo("LEVEL_TOO_LOW"));
    }

    @Test
    void isWithdrawnWithoutAReasonAndThenForgetsWhatWasDeclared() {
        var customer = desk.customer();
        String id = desk.draft(customer);

        desk.as(customer).post(PATH + id + "/withdrawal").then().statusCode(200).body("state", equalTo("WITHDRAWN"));

        desk.as(customer)
                .post(PATH + id + "/withdrawal")
                .then()
                .statusCode(409)
                .body("code", equalTo("NOT_POSSIBLE_IN_STATE"))
                .body("state", equalTo("WITHDRAWN"))
                .body("possible", hasSize(0));
    }

    @Test
    void tellsItsHistory() {
        var customer = desk.customer();
        String id = desk.inReview(customer);

        desk.as(customer)
                .get(PATH + id + "/timeline")
                .then()
                .statusCode(200)
                .body("items.to", contains("DRAFT", "SUBMITTED", "CHECKING", "IN_REVIEW"))
                .body("items.by", contains("CUSTOMER", "CUSTOMER", "SERVICE", "SERVICE"));
        String next = desk.as(customer)
                .queryParam("limit", 3)
                .get(PATH + id + "/timeline")
                .then()
                .body("items.to", contains("DRAFT", "SUBMITTED", "CHECKING"))
                .extract()
                .path("next");
        desk.as(customer)
                .queryParam("cursor", next)
                .get(PATH + id + "/timeline")
                .then()
                .body("items.to", contains("IN_REVIEW"));
    }

    @Test
    void keepsWhatIsDeclaredEncrypted() throws SQLException {
        var customer = desk.customer();
        String id = desk.draft(customer, Desk.CONTENT.formatted("京(2026)不动产权第0001号"));

        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select facts from application where id = ?::uuid")) {
            statement.setString(1, id);
            var row = statement.executeQuery();
            assertTrue(row.next());
            var stored = new String(row.getBytes(1), StandardCharsets.UTF_8);
            assertFalse(stored.contains("测试路"));
            assertFalse(stored.contains("不动产权"));
        }
    }

    @Test
    void neverEditsItsHistory() {
        var customer = desk.customer();
        desk.draft(customer);
        var refused = assertThrows(SQLException.class, () -> {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("update application_timeline set reason = 'OTHER'");
            }
        });
        assertTrue(refused.getMessage().contains("history"), refused.getMessage());
    }

    @Test
    void answersARepeatedRequestFromTheStore() {
        var customer = desk.customer();
        var key = UUID.randomUUID();
        String first = begin(customer, key);
        String second = begin(customer, key);
        assertEquals(first, second);
    }

    private String begin(UUID customer, UUID key) {
        return given().auth()
                .oauth2(neighbours.tokens().customer(customer))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"product\":\"FIRST_HOME\"}")
                .post("/api/v1/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
