package io.anju.identity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What staff read of holds, alerts and decisions, as the customer whom it is about sees it. */
@QuarkusTest
class StaffReadsTest extends RiskTestBase {

    private static final String NOTE = "{\"note\":\"Called back; it was the customer.\"}";

    private TestPerson customer = new TestPerson("");
    private TestPerson officer = new TestPerson("");
    private String hold = "";

    @BeforeEach
    void anActIsHeld() {
        customer = person().bound();
        failOnTheirDevices(customer, 8);
        hold = prepay(customer, 1_000).then().statusCode(403).extract().path("id");
        officer = officer();
    }

    @Test
    void aHoldThatIsShownIsOnRecordWithReaderPurposeAndWhich() {
        officer.request().get("/api/v1/staff/holds/" + hold).then().statusCode(200);

        records()
                .then()
                .body("items", hasSize(1))
                .body("items[0].reader", equalTo(officer.id.toString()))
                .body("items[0].readerKind", equalTo("STAFF"))
                .body("items[0].purpose", equalTo("RISK_REVIEW"))
                .body("items[0].fields", contains("RISK_HOLD"))
                .body("items[0].resource.kind", equalTo("hold"))
                .body("items[0].resource.id", equalTo(hold));
    }

    @Test
    void aListShowsTheCustomersOfItsPageAndNoOthers() {
        officer.request()
                .queryParam("state", "HELD")
                .queryParam("limit", 1)
                .get("/api/v1/staff/holds")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(hold));
        records().then().body("items.resource.id", contains(hold));

        var later = person().bound();
        failOnTheirDevices(later, 8);
        prepay(later, 1_000).then().statusCode(403);
        officer.request()
                .queryParam("limit", 1)
                .get("/api/v1/staff/holds")
                .then()
                .statusCode(200);
        records().then().body("items", hasSize(1));
    }

    @Test
    void decisionsAndAlertsAreOnRecordToo() {
        officer.request().get("/api/v1/staff/risk-decisions/" + hold).then().statusCode(200);
        String alert = officer.request()
                .queryParam("limit", 1)
                .get("/api/v1/staff/alerts")
                .then()
                .statusCode(200)
                .body("items[0].reference", equalTo(hold))
                .extract()
                .path("items[0].id");
        officer.request().get("/api/v1/staff/alerts/" + alert).then().statusCode(200);

        records()
                .then()
                .body("items.fields.flatten()", contains("RISK_ALERT", "RISK_ALERT", "RISK_DECISION"))
                .body("items.resource.id", contains(alert, alert, hold));
    }

    @Test
    void decidingShowsTheHoldAndIsOnRecord() {
        TestStaff.act(officer, "risk.release", "/api/v1/staff/holds/" + hold + "/release", "", NOTE)
                .then()
                .statusCode(200);

        records().then().body("items.resource.id", contains(hold));
    }

    @Test
    void whatIsNotFoundOrNotShownLeavesNoRecord() {
        officer.request().get("/api/v1/staff/holds/" + UUID.randomUUID()).then().statusCode(404);
        customer.request().get("/api/v1/me/holds").then().statusCode(200);

        records().then().body("items", empty());
    }

    @Test
    void whoseTrainingHasLapsedIsShownNone() {
        sql("UPDATE staff_member SET trained_until = DATE '2020-01-01' WHERE id = $1", officer.id);
        try {
            officer.refresh();
            for (String path : new String[] {"holds/" + hold, "holds", "alerts", "risk-decisions/" + hold}) {
                officer.request()
                        .get("/api/v1/staff/" + path)
                        .then()
                        .statusCode(403)
                        .body("code", equalTo("TRAINING_LAPSED"));
            }
        } finally {
            sql("UPDATE staff_member SET trained_until = DATE '2099-12-31' WHERE id = $1", officer.id);
        }
        assertEquals(0, count("SELECT count(*) FROM access_record WHERE customer_id = $1", customer.id));
    }

    private Response records() {
        return customer.request().get("/api/v1/me/access-records");
    }
}
