package io.anju.care.complaint;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.anju.care.permit.PermitTestBase;
import io.anju.kit.page.Cursors;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A complaint stops contact the moment it is made, and is answered by somebody who had no part in it. */
@QuarkusTest
class ComplaintsTest extends PermitTestBase {

    private static final String COMPLAINTS = "/api/v1/complaints";
    private static final String STAFF = "/api/v1/staff/complaints";

    private final UUID officer = UUID.randomUUID();

    @Test
    void stopsContactAtOnceAndUntilItIsAnswered() {
        var id = complain("SERVICE", null);
        ask(COLLECTION, "CALL", tomorrowAt(10)).statusCode(403).body("code", equalTo("COMPLAINT_OPEN"));

        answer(officer, id).statusCode(200).body("state", equalTo("ANSWERED"));

        ask(COLLECTION, "CALL", tomorrowAt(10)).statusCode(201);
    }

    @Test
    void letsContactGoOnOnceItIsTakenBack() {
        var id = complain("SERVICE", null);

        asCustomer()
                .post(COMPLAINTS + "/" + id + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));

        ask(MARKETING, "CALL", tomorrowAt(10)).statusCode(201);
    }

    @Test
    void staysClosedToThoseWhoHadAPartInTheContact() {
        String contact = ask(MARKETING, "CALL", tomorrowAt(10)).extract().path("id");
        var id = complain("CONTACT", contact);

        answer(referenceIssuer, id).statusCode(403).body("code", equalTo("RECUSED"));
        answer(officer, id).statusCode(200);
    }

    @Test
    void isReadByNobodyWithoutItsCustomerBeingTold() {
        var id = complain("SERVICE", null);

        asStaff(officer, "compliance").get(STAFF + "/" + id).then().statusCode(200);

        var told = neighbours.awaitEvent("anju.customer.data-read.v1", customer.toString());
        assertEquals(officer.toString(), told.path("reader").asText());
        assertEquals("COMPLAINT_HANDLING", told.path("purpose").asText());
    }

    @Test
    void goesWhenNoLawKeepsItAnyLongerUnlessItIsOpen() {
        var answered = complain("SERVICE", null);
        asStaff(officer, "compliance").get(STAFF + "/" + answered).then().statusCode(200);
        answer(officer, answered).statusCode(200);
        var open = complain("SERVICE", null);

        told("identity-service", "anju.customer.retention-ended.v1", "\"item\":\"CONTRACTS\"");
        asStaff(officer, "compliance").get(STAFF + "/" + answered).then().statusCode(200);
        told("identity-service", "anju.customer.retention-ended.v1", "\"item\":\"COMPLAINTS\"");

        asStaff(officer, "compliance").get(STAFF + "/" + answered).then().statusCode(404);
        asStaff(officer, "compliance").get(STAFF + "/" + open).then().statusCode(200);
    }

    @Test
    void isNotAnsweredOnAnOldCopy() {
        var id = complain("SERVICE", null);
        var seen = asStaff(officer, "compliance").get(STAFF + "/" + id).header("ETag");
        asStaff(officer, "compliance")
                .header("If-Match", seen)
                .post(STAFF + "/" + id + "/extension")
                .then()
                .statusCode(200);

        asCustomer()
                .header("If-Match", seen)
                .post(COMPLAINTS + "/" + id + "/withdrawal")
                .then()
                .statusCode(412)
                .body("code", equalTo("STALE_VERSION"));
        asCustomer().get(COMPLAINTS + "/" + id).then().body("state", equalTo("EXTENDED"));
    }

    @Test
    void staysClosedToWhoeverStepsAside() {
        var id = complain("DECISION", null);
        asStaff(officer, "compliance")
                .post(STAFF + "/" + id + "/recusal")
                .then()
                .statusCode(200);

        answer(officer, id).statusCode(403).body("code", equalTo("RECUSED"));
    }

    @Test
    void knowsNoContactOfSomebodyElse() {
        asCustomer()
                .body("{\"about\":\"CONTACT\",\"subject\":\"%s\",\"text\":\"x\"}".formatted(UUID.randomUUID()))
                .post(COMPLAINTS)
                .then()
                .statusCode(422)
                .body("code", equalTo("CONTACT_UNKNOWN"));
        ask(MARKETING, "CALL", tomorrowAt(10)).statusCode(201);
    }

    @Test
    void takesMoreTimeTwiceAndByTwoPeople() {
        var id = complain("CHARGE", null);

        extend(officer, id).statusCode(200).body("state", equalTo("EXTENDED"));
        extend(officer, id).statusCode(403).body("code", equalTo("SECOND_PERSON_NEEDED"));
        extend(UUID.randomUUID(), id).statusCode(200).body("state", equalTo("EXTENDED_AGAIN"));
        extend(UUID.randomUUID(), id).statusCode(409).body("code", equalTo("NO_MORE_TIME"));
    }

    @Test
    void showsTheCustomerTheAnswerAndTellsOfEachStep() {
        var id = complain("SERVICE", null);
        answer(officer, id).statusCode(200);
        answer(officer, id).statusCode(409).body("code", equalTo("COMPLAINT_CLOSED"));

        asCustomer()
                .get(COMPLAINTS + "/" + id)
                .then()
                .body("outcome", equalTo("UPHELD"))
                .body("answer", equalTo("You are right."))
                .body("text", equalTo("You called me at night."));
        asCustomer()
                .get("/api/v1/messages")
                .then()
                .body("items.template", contains("COMPLAINT_ANSWERED", "COMPLAINT_OPENED", "CONSENT_GIVEN"));
        assertEquals(
                "UPHELD",
                neighbours
                        .awaitEvent("anju.complaint.answered.v1", id)
                        .path("outcome")
                        .asText());
    }

    @Test
    void queuesWhatWaitsAndRecordsWhoReadIt() {
        var id = complain("SERVICE", null);

        asStaff(officer, "compliance")
                .queryParam("limit", 100)
                .get(STAFF)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        asStaff(officer, "compliance")
                .get(STAFF + "/" + id)
                .then()
                .statusCode(200)
                .body("text", notNullValue());

        var readers = sql("select staff_id from complaint_reading where complaint_id = $1", UUID.fromString(id));
        assertEquals(officer, readers.iterator().next().getUUID(0));
    }

    @Test
    void queuesNothingBehindAPlaceThatIsNone() {
        asStaff(officer, "compliance")
                .queryParam("cursor", Cursors.encode("2026-11-30"))
                .get(STAFF)
                .then()
                .statusCode(400)
                .body("fields.field", contains("cursor"));
    }

    @Test
    void keepsWhatWasWrittenEncrypted() {
        var id = complain("SERVICE", null);

        var stored = sql("select sealed_text from complaint where id = $1", UUID.fromString(id))
                .iterator()
                .next()
                .getBuffer(0)
                .toString(StandardCharsets.ISO_8859_1);
        assertFalse(stored.contains("night"));
    }

    @Test
    void isForItsCustomerAndForCompliance() {
        var id = complain("SERVICE", null);

        with(neighbours.tokens().customer(UUID.randomUUID()))
                .get(COMPLAINTS + "/" + id)
                .then()
                .statusCode(404);
        with(neighbours.tokens().customer(UUID.randomUUID()))
                .post(COMPLAINTS + "/" + id + "/withdrawal")
                .then()
                .statusCode(404);
        asStaff(officer, "teller").get(STAFF).then().statusCode(403);
        with(neighbours.tokens().customer(UUID.randomUUID()))
                .get(COMPLAINTS)
                .then()
                .body("items.id", not(hasItem(id)));
    }

    private String complain(String about, String subject) {
        var on = subject == null ? "" : "\"subject\":\"%s\",".formatted(subject);
        return asCustomer()
                .body("{\"about\":\"%s\",%s\"text\":\"You called me at night.\"}".formatted(about, on))
                .post(COMPLAINTS)
                .then()
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .body("dueDate", notNullValue())
                .extract()
                .path("id");
    }

    private ValidatableResponse answer(UUID officer, String id) {
        return asStaff(officer, "compliance")
                .body("{\"outcome\":\"UPHELD\",\"text\":\"You are right.\"}")
                .post(STAFF + "/" + id + "/answer")
                .then();
    }

    private ValidatableResponse extend(UUID officer, String id) {
        return asStaff(officer, "compliance")
                .post(STAFF + "/" + id + "/extension")
                .then();
    }
}
