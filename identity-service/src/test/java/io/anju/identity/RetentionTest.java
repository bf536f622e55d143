package io.anju.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What laws keep of an erased customer, and its going on its day. */
@QuarkusTest
class RetentionTest extends ErasureTestBase {

    private static final String ENDED = "anju.customer.retention-ended.v1";
    private static final String NOTE = "{\"note\":\"Called back; it was the customer.\"}";

    @Test
    void whatALawKeepsIsUsedForNothingAndGoesOnItsDay() {
        var customer = person().verified();
        settled(customer, "2025-03-31");
        erase(customer)
                .then()
                .statusCode(201)
                .body("state", equalTo("RESTRICTED"))
                .body("restrictedUntil", equalTo("2035-03-31"));

        assertEquals(1, keysLeft(customer));
        contact(customer).then().statusCode(404);
        runner.run().await().indefinitely();
        assertEquals(1, keysLeft(customer));

        sql(
                "UPDATE erasure SET restricted_until = $2 WHERE customer_id = $1",
                customer.id,
                LocalDate.parse("2026-01-01"));
        runner.run().await().indefinitely();
        runner.run().await().indefinitely();

        assertEquals(0, keysLeft(customer));
        assertEquals(
                1, count("SELECT count(*) FROM erasure WHERE customer_id = $1 AND state = 'COMPLETE'", customer.id));
        assertEquals(
                0,
                count(
                        "SELECT count(*) FROM real_name WHERE customer_id = $1 AND name_sealed IS NOT NULL",
                        customer.id));
        assertEquals(0, count("""
                SELECT count(*) FROM erasure_item
                WHERE customer_id = $1 AND item = 'REAL_NAME' AND deleted_at IS NULL""", customer.id));
    }

    @Test
    void whatIsKeptWithoutANameGoesOnItsDayAndNotBefore() {
        var customer = person().bound();
        customer.decide("ANALYTICS", "", "REFUSED").then().statusCode(201);
        heldAndLetThrough(customer);
        answer(customer, FREE);
        eraseByPasskey(customer).then().statusCode(201);
        assertEquals(0, count("SELECT count(*) FROM risk_sighting WHERE person_id = $1", customer.id));
        assertThrows(RuntimeException.class, () -> sql("DELETE FROM consent WHERE customer_id = $1", customer.id));
        runner.run().await().indefinitely();
        assertEquals(1, count("SELECT count(*) FROM consent WHERE customer_id = $1", customer.id));
        assertEquals(1, count("SELECT count(*) FROM risk_hold WHERE person_id = $1", customer.id));

        theDayHasCome(customer);

        for (var left : List.of(
                "consent WHERE customer_id",
                "access_record WHERE customer_id",
                "verification WHERE person_id",
                "session WHERE person_id",
                "risk_hold WHERE person_id",
                "risk_alert WHERE person_id",
                "risk_history WHERE person_id",
                "risk_decision WHERE person_id")) {
            assertEquals(0, count("SELECT count(*) FROM " + left + " = $1", customer.id), left);
        }
        assertEquals(1, count("SELECT count(*) FROM erasure WHERE customer_id = $1", customer.id));
    }

    @Test
    void anItemThatCannotGoStopsNoOther() {
        var stuck = erased(FREE);
        var other = erased(FREE);
        sql("""
                CREATE FUNCTION stays() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF OLD.person_id = '%s' THEN RAISE EXCEPTION 'it stays'; END IF;
                    RETURN OLD;
                END $$""".formatted(stuck.id));
        sql("CREATE TRIGGER stays BEFORE DELETE ON risk_decision FOR EACH ROW EXECUTE FUNCTION stays()");
        try {
            sql(
                    "UPDATE erasure_item SET kept_until = '2025-12-31' WHERE customer_id = $1 AND item = 'RISK_DECISIONS'",
                    stuck.id);
            theDayHasCome(other);

            assertEquals(0, count("SELECT count(*) FROM risk_decision WHERE person_id = $1", other.id));
            assertTrue(told(other).contains("COMPLAINTS"));
        } finally {
            sql("DROP TRIGGER stays ON risk_decision");
            sql("DROP FUNCTION stays");
        }

        sql("UPDATE erasure_item SET leased_until = now() WHERE customer_id = $1", stuck.id);
        runner.run().await().indefinitely();
        assertEquals(0, count("SELECT count(*) FROM risk_decision WHERE person_id = $1", stuck.id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a loan that was settled long ago | {\"ties\":[],\"lastSettledOn\":\"2010-03-31\"}",
                "a contract that was drafted and an application that was withdrawn, or a card alone | {\"ties\":[]}"
            })
    void whatOthersHoldAndNoLawKeepsTheyAreToldAtOnce(String left, String ties) {
        var customer = erased(ties);

        // What no law keeps is what the customer was told that it is deleted.
        assertEquals(
                List.of("APPLICATIONS", "CONTACT_PREFERENCES", "CONTRACTS", "LATE_PAYMENTS", "TRANSACTIONS"),
                told(customer),
                left);
        runner.run().await().indefinitely();
        assertEquals(5, told(customer).size(), left);
    }

    @Test
    void whatOthersKeepIsLetGoByTheirHearingOfItOnce() {
        var customer = person().verified();
        settled(customer, "2025-03-31");
        erase(customer).then().statusCode(201);
        runner.run().await().indefinitely();
        assertEquals(List.of("CONTACT_PREFERENCES"), told(customer));

        sql(
                "UPDATE erasure_item SET kept_until = $2 WHERE customer_id = $1 AND kept_until < $3",
                customer.id,
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2031-01-01"));
        runner.run().await().indefinitely();
        runner.run().await().indefinitely();

        Awaitility.await().until(() -> count("""
                SELECT count(*) FROM outbox_event WHERE subject = $1
                AND position > (SELECT min(position) FROM outbox_subscription)""", customer.id.toString()) == 0);
        // Of others' items, complaints are kept for three years and late payments for five; the rest for ten. What is
        // kept here for three years as well goes by itself.
        var letGo = List.of("COMPLAINTS", "CONTACT_PREFERENCES", "LATE_PAYMENTS");
        assertEquals(
                letGo,
                neighbours.told(ENDED).stream()
                        .filter(event -> event.path("subject").asText().equals(customer.id.toString()))
                        .map(event -> event.path("data").path("item").asText())
                        .distinct()
                        .sorted()
                        .toList());
        assertEquals(letGo, told(customer));
        assertEquals(0, count("SELECT count(*) FROM access_record WHERE customer_id = $1", customer.id));
    }

    private TestPerson erased(String ties) {
        var customer = person().verified();
        answer(customer, ties);
        erase(customer).then().statusCode(201);
        return customer;
    }

    /** Items of which the others were told, each as often as it was. */
    private List<String> told(TestPerson customer) {
        return texts("SELECT data::jsonb ->> 'item' FROM outbox_event WHERE type = '%s' AND subject = '%s' ORDER BY 1"
                .formatted(ENDED, customer.id));
    }

    /** An act that was held, released by an officer and then done. */
    private void heldAndLetThrough(TestPerson customer) {
        failOnTheirDevices(customer, 8);
        String loan = "/api/v1/loans/" + UUID.randomUUID();
        String hold = RiskTestBase.open(customer, loan, 1_000)
                .then()
                .statusCode(403)
                .extract()
                .path("id");
        var officer = TestStaff.member(outside.url(), "li-code");
        TestStaff.act(officer, "risk.release", "/api/v1/staff/holds/" + hold + "/release", "", NOTE)
                .then()
                .statusCode(200);
        RiskTestBase.prove(customer, RiskTestBase.open(customer, loan, 1_000))
                .then()
                .statusCode(200);
        sql("DELETE FROM risk_failure");
        for (var table : List.of("risk_hold", "risk_alert", "risk_history")) {
            assertTrue(count("SELECT count(*) FROM " + table + " WHERE person_id = $1", customer.id) > 0, table);
        }
        assertEquals(1, count("SELECT count(*) FROM risk_hold_way WHERE hold_id = $1", UUID.fromString(hold)));
    }
}
