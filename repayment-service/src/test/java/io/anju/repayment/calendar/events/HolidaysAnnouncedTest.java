package io.anju.repayment.calendar.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.kernel.calendar.BusinessDays;
import io.anju.kit.calendar.PublicHolidays;
import io.anju.kit.event.CloudEvent;
import io.anju.repayment.PostgresForTests;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bills go by the public holidays that care-service tells. */
class HolidaysAnnouncedTest {

    private final PublicHolidays holidays = new PublicHolidays();
    private PostgresForTests database;

    @BeforeEach
    void freshDatabase() throws SQLException {
        database = PostgresForTests.start(1);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void takesTheDaysOfTheYearInPlaceOfThoseThatWereEnteredByHand() throws IOException {
        assertFalse(around("2027-02-05").isBusinessDay(LocalDate.parse("2027-02-05")));

        tell("""
                {"year": 2027, "source": "a notice", "from": "2027-01-01",
                 "daysOff": [{"date": "2027-10-04", "name": "国庆节"}], "makeUpDays": ["2027-10-09"]}
                """);

        var calendar = around("2027-10-01");
        // A Monday off, a Saturday worked; Friday 5 February, off by hand, is not in the list any more.
        assertEquals(LocalDate.parse("2027-10-05"), calendar.onOrAfter(LocalDate.parse("2027-10-04")));
        assertTrue(calendar.isBusinessDay(LocalDate.parse("2027-10-09")));
        assertTrue(calendar.isBusinessDay(LocalDate.parse("2027-02-05")));
        // The year before is another one's.
        assertFalse(around("2026-10-01").isBusinessDay(LocalDate.parse("2026-10-01")));
    }

    @Test
    void leavesDaysBeforeTheFirstOneAsTheyAre() throws IOException {
        tell("""
                {"year": 2026, "source": "a notice", "from": "2026-06-01",
                 "daysOff": [{"date": "2026-03-02", "name": "元旦"}, {"date": "2026-06-01", "name": "端午节"}],
                 "makeUpDays": []}
                """);

        var calendar = around("2026-06-01");
        assertTrue(calendar.isBusinessDay(LocalDate.parse("2026-03-02")));
        assertFalse(calendar.isBusinessDay(LocalDate.parse("2026-05-01")));
        assertFalse(calendar.isBusinessDay(LocalDate.parse("2026-06-01")));
        assertTrue(calendar.isBusinessDay(LocalDate.parse("2026-10-01")));
    }

    @Test
    void takesTheWholeYearWhereNoFirstDayIsTold() throws IOException {
        tell("""
                {"year": 2027, "source": "a notice", "daysOff": [{"date": "2027-01-04", "name": "元旦"}], "makeUpDays": []}
                """);

        assertFalse(around("2027-01-04").isBusinessDay(LocalDate.parse("2027-01-04")));
    }

    private BusinessDays around(String day) {
        return database.run(tx -> holidays.around(tx, LocalDate.parse(day)))
                .await()
                .indefinitely();
    }

    private void tell(String data) throws IOException {
        var event = new CloudEvent(
                UUID.randomUUID(),
                "care-service",
                "anju.calendar.announced.v1",
                "2027",
                Instant.EPOCH,
                new ObjectMapper().readTree(data));
        database.run(tx -> new HolidaysAnnounced(holidays).on(tx, event))
                .await()
                .indefinitely();
    }
}
