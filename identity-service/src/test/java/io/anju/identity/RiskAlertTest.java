package io.anju.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Alerts at the risk officers' desk. */
@QuarkusTest
class RiskAlertTest extends IdentityTestBase {

    private static final String CLOSING = "{\"finding\":\"FALSE_ALARM\",\"note\":\"Forgot the code.\"}";

    @Test
    void aLockRaisesOneAlertAndWarnsTheCustomer() {
        var customer = locked();

        assertEquals(
                1,
                count("SELECT count(*) FROM risk_alert WHERE person_id = $1 AND kind = 'SIGN_IN_LOCKED'", customer.id));
        assertEquals(1, count("""
                        SELECT count(*) FROM outbox_event WHERE type = 'anju.risk.alerted.v1' AND subject = $1
                            AND data::jsonb ->> 'kind' = 'SIGN_IN_LOCKED'""", customer.id.toString()));
    }

    @Test
    void isTakenByAnOfficerAndClosedByNobodyElse() {
        String alert = alertAbout(locked());
        var li = TestStaff.member(outside.url(), "li-code");
        var zhou = TestStaff.member(outside.url(), "zhou-code");

        move(li, alert, "closing", CLOSING).then().statusCode(403).body("code", equalTo("ALERT_NOT_YOURS"));
        move(li, alert, "assignment", "")
                .then()
                .statusCode(200)
                .body("state", equalTo("ASSIGNED"))
                .body("owner", equalTo(li.id.toString()));
        move(zhou, alert, "closing", CLOSING).then().statusCode(403);
        move(li, alert, "closing", CLOSING)
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("finding", equalTo("FALSE_ALARM"));
        move(zhou, alert, "assignment", "").then().statusCode(409).body("code", equalTo("ALERT_CLOSED_ALREADY"));
    }

    @Test
    void listsByStateOwnerAndWhatIsOverdue() {
        String late = alertAbout(locked());
        String inTime = alertAbout(locked());
        sql(
                "UPDATE risk_alert SET raised_at = now() - interval '2 days', due_at = now() - interval '1 day' WHERE id = $1",
                UUID.fromString(late));
        var zhou = TestStaff.member(outside.url(), "zhou-code");
        move(zhou, late, "assignment", "").then().statusCode(200).body("overdue", equalTo(true));

        list(zhou, Map.of("overdue", true))
                .then()
                .body("items.id", hasItem(late))
                .body("items.id", not(hasItem(inTime)))
                .body("items.overdue", everyItem(equalTo(true)));
        list(zhou, Map.of("owner", zhou.id))
                .then()
                .body("items.id", hasItem(late))
                .body("items.owner", everyItem(equalTo(zhou.id.toString())));
        list(zhou, Map.of("state", "OPEN"))
                .then()
                .body("items.id", hasItem(inTime))
                .body("items.state", everyItem(equalTo("OPEN")));
        String next = list(zhou, Map.of("limit", 1))
                .then()
                .body("items.size()", equalTo(1))
                .extract()
                .path("next");
        list(zhou, Map.of("limit", 1, "cursor", next)).then().body("items.id", not(hasItem(inTime)));
        list(zhou, Map.of("state", "LOST")).then().statusCode(404);
    }

    @Test
    void aSignInFromANewDeviceWarnsTheCustomer() {
        var customer = person().registered();
        String signIn = customer.openSignIn(Map.of("method", "SMS", "phone", customer.phone))
                .path("id");
        customer.proveSignIn(
                        signIn,
                        "{\"code\":\"" + customer.newestCode() + "\",\"device\":{\"id\":\"" + UUID.randomUUID()
                                + "\"}}")
                .then()
                .statusCode(200);

        assertEquals(1, count("""
                        SELECT count(*) FROM outbox_event WHERE type = 'anju.risk.alerted.v1' AND subject = $1
                            AND data::jsonb ->> 'kind' = 'NEW_DEVICE'""", customer.id.toString()));
    }

    /** Somebody typed the tenth wrong code. */
    private TestPerson locked() {
        var customer = person().registered();
        sql(
                "INSERT INTO failure_count (subject, failures, last_failed_at) VALUES ($1, 9, now() - interval '2 hours')",
                "person:" + customer.id);
        String signIn = customer.openSignIn(Map.of("method", "SMS", "phone", customer.phone))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String wrong = customer.newestCode().equals("000000") ? "111111" : "000000";
        customer.proveSignIn(signIn, "{\"code\":\"" + wrong + "\"}").then().statusCode(422);
        return customer;
    }

    private String alertAbout(TestPerson customer) {
        return pool.preparedQuery("SELECT id FROM risk_alert WHERE person_id = $1")
                .execute(io.vertx.mutiny.sqlclient.Tuple.of(customer.id))
                .map(rows -> rows.iterator().next().getUUID("id").toString())
                .await()
                .indefinitely();
    }

    private static Response list(TestPerson officer, Map<String, ?> query) {
        return officer.request().queryParams(query).get("/api/v1/staff/alerts");
    }

    private static Response move(TestPerson officer, String alert, String step, String body) {
        return officer.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/api/v1/staff/alerts/" + alert + "/" + step);
    }
}
