package io.anju.care.calendar;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.care.CareTestBase;
import io.anju.care.calendar.model.CalendarYear;
import io.anju.care.calendar.model.Years;
import io.anju.kit.time.BusinessClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The public holidays of a year are proposed by one officer and put in force by another. */
@QuarkusTest
class CalendarChangesTest extends CareTestBase {

    private static final String CALENDARS = "/api/v1/staff/calendars";

    @Inject
    BusinessClock clock;

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private List<Row> kept = List.of();
    private int year;

    @BeforeEach
    void rememberTheYear() {
        year = clock.today().getYear() + 1;
        kept = StreamSupport.stream(
                        sql("select * from calendar_day where extract(year from day) = $1", year)
                                .spliterator(),
                        false)
                .toList();
    }

    @AfterEach
    void putBackWhatHeld() {
        sql("delete from calendar_proposal");
        sql("delete from calendar_day where extract(year from day) = $1", year);
        kept.forEach(row -> sql(
                "insert into calendar_day values ($1, $2, $3, $4)",
                row.getLocalDate("day"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("source")));
    }

    @Test
    void areInForceAndToldWhenTheSecondOfficerHasApprovedThem() {
        sql("delete from calendar_year where year = $1", year);
        String id = proposed();
        holds().body("announced", equalTo(false));
        decide(first, id, "APPROVED").statusCode(403).body("code", equalTo("SAME_PERSON"));

        decide(second, id, "APPROVED")
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("decidedBy", equalTo(second.toString()));

        holds().body("announced", equalTo(true))
                .body("source", equalTo("a notice"))
                .body("daysOff.size()", equalTo(13))
                .body("daysOff.date", hasItem(year + "-10-03"))
                .body("makeUpDays", equalTo(List.of(Years.workedSaturday(year).toString())));
        var told = neighbours.awaitEvent("anju.calendar.announced.v1", String.valueOf(year));
        assertEquals(year + "-01-01", told.path("from").asText());
        assertEquals(13, told.path("daysOff").size());
        decide(UUID.randomUUID(), id, "REFUSED").statusCode(409).body("code", equalTo("CALENDAR_DECIDED"));
    }

    @Test
    void areApprovedWithASecondKeyAlone() {
        String id = proposed();

        asStaff(second, "compliance")
                .body(decision("APPROVED"))
                .post(CALENDARS + "/" + id + "/decision")
                .then()
                .statusCode(401);
        asStaff(second, "teller").get(CALENDARS).then().statusCode(403);
        asStaff(second, "compliance").get(CALENDARS + "/" + id).then().body("state", equalTo("PROPOSED"));
    }

    @Test
    void changeNothingWhereTheyAreRefusedOrTakenBack() {
        String refused = proposed();
        propose(first, Years.complete(year)).statusCode(409).body("code", equalTo("CALENDAR_PROPOSAL_OPEN"));
        decide(second, refused, "REFUSED").statusCode(200).body("state", equalTo("REFUSED"));
        String takenBack = proposed();
        asStaff(second, "compliance")
                .post(CALENDARS + "/" + takenBack + "/withdrawal")
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_THE_PROPOSER"));
        asStaff(first, "compliance")
                .post(CALENDARS + "/" + takenBack + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));

        holds().body("daysOff.size()", equalTo((int) kept.stream()
                .filter(row -> row.getString("kind").equals("HOLIDAY"))
                .count()));
        asStaff(first, "compliance")
                .queryParam("limit", 1)
                .get(CALENDARS)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(takenBack)));
        asStaff(first, "compliance")
                .get(CALENDARS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void areNotTakenIncompleteTwiceOrMalformed() {
        var complete = Years.complete(year);
        propose(first, new CalendarYear(year, "a notice", complete.daysOff().subList(1, 13), List.of()))
                .statusCode(422)
                .body("code", equalTo("CALENDAR_INCOMPLETE"))
                .body("missing", equalTo(year + "-01-01, 元旦"));
        propose(first, new CalendarYear(year + 1, "a notice", complete.daysOff(), List.of()))
                .statusCode(422)
                .body("code", equalTo("CALENDAR_YEAR_NOT_OPEN"));
        asStaff(first, "compliance")
                .body(body(complete).putNull("daysOff").encode())
                .post(CALENDARS)
                .then()
                .statusCode(400);
        asStaff(first, "compliance")
                .body(body(complete)
                        .put("makeUpDays", new JsonArray().addNull())
                        .encode())
                .post(CALENDARS)
                .then()
                .statusCode(400);

        asStaff(first, "compliance").get(CALENDARS + "/years/1").then().statusCode(404);
        asStaff(first, "compliance").get(CALENDARS).then().body("next", nullValue());
        assertEquals(0, sql("select 1 from calendar_proposal").size());
    }

    private String proposed() {
        return propose(first, Years.complete(year)).statusCode(201).extract().path("id");
    }

    private ValidatableResponse propose(UUID officer, CalendarYear calendar) {
        return asStaff(officer, "compliance")
                .body(body(calendar).encode())
                .post(CALENDARS)
                .then();
    }

    private static JsonObject body(CalendarYear calendar) {
        var daysOff = new JsonArray();
        calendar.daysOff()
                .forEach(day -> daysOff.add(
                        new JsonObject().put("date", day.date().toString()).put("name", day.name())));
        return new JsonObject()
                .put("year", calendar.year())
                .put("source", calendar.source())
                .put("daysOff", daysOff)
                .put(
                        "makeUpDays",
                        new JsonArray(calendar.makeUpDays().stream()
                                .map(Object::toString)
                                .toList()));
    }

    private ValidatableResponse decide(UUID officer, String id, String verdict) {
        var path = CALENDARS + "/" + id;
        var body = decision(verdict);
        return asStaff(officer, "compliance")
                .header(
                        "Verification-Token",
                        neighbours.tokens().verification(officer, "care-service", "calendar.approve", path, body))
                .body(body)
                .post(path + "/decision")
                .then();
    }

    private static String decision(String verdict) {
        return new JsonObject()
                .put("decision", verdict)
                .put("reason", "as in the notice")
                .encode();
    }

    private ValidatableResponse holds() {
        return asStaff(first, "compliance")
                .get(CALENDARS + "/years/" + year)
                .then()
                .statusCode(200);
    }
}
