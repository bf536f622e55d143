package io.anju.care.calendar;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.care.permit.PermitTestBase;
import io.anju.testkit.environment.Metrics;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the calendar ends, what may not be done on holidays is not done. */
@QuarkusTest
class CalendarEndsTest extends PermitTestBase {

    @Inject
    CalendarWatch watch;

    @BeforeEach
    void nobodyKnowsTheYear() {
        sql("delete from calendar_year");
    }

    @AfterEach
    void theYearIsKnownAgain() {
        calendarOfTheseYears();
    }

    @Test
    void permitsNoMarketingOnADayThatMayBeAHoliday() {
        ask(MARKETING, "CALL", tomorrowAt(10))
                .statusCode(403)
                .body("code", equalTo("QUIET_HOURS"))
                .body("holidaysAnnounced", equalTo(false));
        ask(COLLECTION, "CALL", tomorrowAt(10)).statusCode(201);
    }

    @Test
    void offersNoAppointments() {
        var branch = "branch-" + UUID.randomUUID();
        sql("insert into branch values ($1, '支行', 'Branch', '地址', 'Address', '09:00', '17:00', 2, true)", branch);

        Stream.iterate(LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1), day -> day.plusDays(1))
                .limit(7)
                .forEach(day -> RestAssured.given()
                        .queryParam("date", day.toString())
                        .get("/api/v1/branches/" + branch + "/slots")
                        .then()
                        .statusCode(200)
                        .body("items", empty()));
    }

    @Test
    void showsOperatorsHowFarItGoes() throws Throwable {
        VertxContextSupport.subscribeAndAwait(watch::look);
        assertEquals(0, daysKnown());

        calendarOfTheseYears();
        VertxContextSupport.subscribeAndAwait(watch::look);
        assertTrue(daysKnown() > 365, "days known: " + daysKnown());
    }

    private static double daysKnown() {
        return Metrics.find("anju_calendar_days_known").orElse(-1);
    }
}
