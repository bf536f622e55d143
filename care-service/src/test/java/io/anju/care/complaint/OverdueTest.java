package io.anju.care.complaint;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.care.CareTestBase;
import io.anju.testkit.environment.Metrics;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A deadline that was missed stays missed, and is told of. */
@QuarkusTest
class OverdueTest extends CareTestBase {

    private static final String STAFF = "/api/v1/staff/complaints";

    @Inject
    Overdue overdue;

    private final UUID officer = UUID.randomUUID();

    @Test
    void isNotExtendedAway() {
        var id = complain();
        missTheDeadline(id);

        extend(officer, id).statusCode(409).body("code", equalTo("COMPLAINT_OVERDUE"));
        read(id).body("state", equalTo("OPEN")).body("overdue", equalTo(true));
        answer(id);
    }

    @Test
    void staysInSightWhenAnotherDeadlineIsGiven() {
        var id = complain();
        String first = read(id).extract().path("dueDate");
        extend(officer, id).statusCode(200);
        String second = read(id).extract().path("dueDate");

        read(id).body("overdue", equalTo(false))
                .body("deadlines.state", contains("OPEN", "EXTENDED"))
                .body("deadlines.dueDate", contains(first, second))
                .body("deadlines[0].givenBy", nullValue())
                .body("deadlines[1].givenBy", equalTo(officer.toString()));
        answer(id);
    }

    @Test
    void isKeptByTheDatabaseAgainstWhoeverWouldRewriteIt() {
        var id = complain();

        assertThrows(
                Exception.class,
                () -> sql(
                        "update complaint_deadline set due_on = due_on + 30 where complaint_id = $1",
                        UUID.fromString(id)));
        answer(id);
    }

    @Test
    void isFoundByStaffAmongAllThatWait() {
        var missed = complain();
        missTheDeadline(missed);
        var inTime = complain();

        queue("true").body("items.id", hasItem(missed)).body("items.id", not(hasItem(inTime)));
        queue("false").body("items.find { it.id == '" + missed + "' }.overdue", equalTo(true));
        answer(missed);
        queue("true").body("items.id", not(hasItem(missed)));
        answer(inTime);
    }

    @Test
    void isToldOfOnceAndCounted() throws Throwable {
        var id = complain();
        missTheDeadline(id);

        VertxContextSupport.subscribeAndAwait(overdue::look);
        VertxContextSupport.subscribeAndAwait(overdue::look);

        var told = neighbours.awaitEvent("anju.complaint.overdue.v1", id);
        assertEquals(customer.toString(), told.path("customerId").asText());
        assertEquals(yesterday().toString(), told.path("dueDate").asText());
        assertEquals(
                1,
                sql("select 1 from outbox_event where type = 'anju.complaint.overdue.v1' and subject = $1", id)
                        .size());
        assertTrue(metric() >= 1);
        answer(id);
    }

    private static double metric() {
        return Metrics.find("anju_complaints_overdue").orElse(-1);
    }

    private String complain() {
        return asCustomer()
                .body("{\"about\":\"SERVICE\",\"text\":\"Nobody answers.\"}")
                .post("/api/v1/complaints")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** As if it had come in long ago. */
    private void missTheDeadline(String id) {
        sql(
                "update complaint set received_on = $2, due_on = $3 where id = $1",
                UUID.fromString(id),
                yesterday().minusDays(15),
                yesterday());
    }

    private static LocalDate yesterday() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);
    }

    private ValidatableResponse read(String id) {
        return asStaff(officer, "compliance").get(STAFF + "/" + id).then().statusCode(200);
    }

    private ValidatableResponse queue(String overdue) {
        return asStaff(officer, "compliance")
                .queryParam("overdue", overdue)
                .queryParam("limit", 100)
                .get(STAFF)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse extend(UUID officer, String id) {
        return asStaff(officer, "compliance")
                .post(STAFF + "/" + id + "/extension")
                .then();
    }

    private void answer(String id) {
        asStaff(officer, "compliance")
                .body("{\"outcome\":\"UPHELD\",\"text\":\"You are right.\"}")
                .post(STAFF + "/" + id + "/answer")
                .then()
                .statusCode(200);
    }
}
