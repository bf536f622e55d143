package io.anju.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.identity.authority.FirstAdministrators;
import io.anju.identity.authority.FirstAdministrators.Outcome;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A bank's first start, told in order: two people enrol, give rights together, and nobody comes that way again. */
@QuarkusTest
@WithTestResource(NewInstallation.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstAdministratorsTest {

    private static final String CHANGES = "/api/v1/staff/authority-changes";

    Outside outside;

    @Inject
    Pool pool;

    @Inject
    FirstAdministrators administrators;

    /** As the runbook makes it: of each code nothing but its SHA-256. */
    static String file(String codeOfWang, String codeOfChen) {
        return new JsonArray()
                .add(entry("Wang Fang", "admin", codeOfWang))
                .add(entry("Chen Jie", "compliance", codeOfChen))
                .encode();
    }

    private static JsonObject entry(String name, String role, String code) {
        return new JsonObject()
                .put("name", name)
                .put("role", role)
                .put("codeSha256", sha256(code))
                .put("trainedUntil", LocalDate.now().plusYears(1).toString());
    }

    /** Wrong codes slow their address down, which is another test's matter. */
    @BeforeEach
    void forgetFailures() {
        run("DELETE FROM failure_count");
    }

    @Test
    @Order(1)
    void theFileAdmitsTwoAndOnlyTheirOwnCodesEnrolThem() {
        Awaitility.await().until(() -> count("SELECT count(*) FROM staff_member") == 2);

        StaffEnrolment.begin("guess").then().statusCode(422).body("code", equalTo("ENROLMENT_CODE_NOT_GOOD"));
        // Whoever reads the file has no code by it.
        StaffEnrolment.begin(sha256("wang")).then().statusCode(422);
        StaffEnrolment.begin("wang").then().statusCode(201).body("name", equalTo("Wang Fang"));
    }

    @Test
    @Order(2)
    void aCodeThatWasLostBeforeItsUseIsGivenAnew() {
        assertEquals(Outcome.CODES_RENEWED, admit(file("wang", "chen-again")));

        StaffEnrolment.begin("chen").then().statusCode(422);
        StaffEnrolment.begin("chen-again").then().statusCode(201);
    }

    @Test
    @Order(3)
    void theSameFileAgainMakesNoCodeLastLonger() {
        run("UPDATE staff_member SET enrolment_expires_at = now() - interval '1 second'");

        assertEquals(Outcome.CODES_RENEWED, admit(file("wang", "chen-again")));

        StaffEnrolment.begin("wang").then().statusCode(422);
        assertEquals(Outcome.CODES_RENEWED, admit(file("wang-fresh", "chen-fresh")));
    }

    @Test
    @Order(4)
    void aFileThatIsNotGoodOrNamesOthersAddsNobody() {
        assertEquals(Outcome.NOT_GOOD, admit("no json"));
        assertEquals(Outcome.NOT_GOOD, admit("null"));
        assertEquals(Outcome.NOT_GOOD, admit("[{\"name\":\"Wang Fang\"}]"));
        assertEquals(Outcome.OTHERS_ADMITTED, admit(file("a", "b").replace("Chen Jie", "Mallory")));

        assertEquals(2, count("SELECT count(*) FROM staff_member"));
    }

    @Test
    @Order(5)
    void theTwoGiveRightsTogetherAndTheFileIsClosed() {
        var wang = StaffEnrolment.signedIn(new TestPerson(outside.url()), "wang-fresh");
        StaffEnrolment.begin("wang-fresh").then().statusCode(422);
        assertEquals(Outcome.CODES_RENEWED, admit(file("wang-thief", "chen-fresh")));
        StaffEnrolment.begin("wang-thief").then().statusCode(422);
        var chen = StaffEnrolment.signedIn(new TestPerson(outside.url()), "chen-fresh");

        String proposed = wang.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of(
                        "kind", "EMPLOY",
                        "name", "teller Sun",
                        "roles", new String[] {"teller"},
                        "trainedUntil", LocalDate.now().plusYears(1).toString(),
                        "reason", "the first teller"))
                .post(CHANGES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        TestStaff.act(chen, "authority.approve", CHANGES + "/" + proposed, "/approval", "{}")
                .then()
                .statusCode(200)
                .body("enrolmentCode", notNullValue());

        assertEquals(Outcome.CLOSED, admit(file("wang-thief", "chen-thief")));
        assertEquals(Outcome.CLOSED, admit("no json"));
        // Nor after somebody's passkey was taken back.
        run("UPDATE staff_member SET enrolled_at = NULL");
        run("DELETE FROM staff_member WHERE name = 'teller Sun'");
        assertEquals(Outcome.CLOSED, admit(file("wang-thief", "chen-thief")));
        StaffEnrolment.begin("wang-thief").then().statusCode(422);
    }

    private Outcome admit(String content) {
        return administrators
                .admit(content.getBytes(StandardCharsets.UTF_8))
                .await()
                .indefinitely();
    }

    private void run(String statement) {
        pool.query(statement).execute().await().indefinitely();
    }

    private long count(String query) {
        return pool.query(query)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
