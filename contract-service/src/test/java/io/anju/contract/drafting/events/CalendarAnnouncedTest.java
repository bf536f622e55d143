package io.anju.contract.drafting.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.contract.ContractTestBase;
import io.anju.kernel.calendar.BusinessDays;
import io.anju.kit.calendar.PublicHolidays;
import io.anju.kit.tx.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Annexes go by the public holidays that care-service tells. */
@QuarkusTest
class CalendarAnnouncedTest extends ContractTestBase {

    @Inject
    PublicHolidays holidays;

    @Inject
    Transactions transactions;

    /** 6 October 2031 is a Monday, the 11th a Saturday. */
    @Test
    void aYearThatIsAnnouncedCountsFromThenOnAndReplacesWhatWasKeptOfIt() throws Throwable {
        told("2031-10-06");
        assertEquals(LocalDate.parse("2031-10-07"), known().onOrAfter(LocalDate.parse("2031-10-06")));

        told("2031-10-07");

        assertEquals(LocalDate.parse("2031-10-06"), known().onOrAfter(LocalDate.parse("2031-10-06")));
        assertEquals(LocalDate.parse("2031-10-08"), known().onOrAfter(LocalDate.parse("2031-10-07")));
        assertEquals(LocalDate.parse("2031-10-11"), known().onOrAfter(LocalDate.parse("2031-10-11")));
    }

    private void told(String dayOff) {
        tell("care-service", "anju.calendar.announced.v1", "2031", """
                {"year":2031,"source":"a notice","daysOff":[{"date":"%s","name":"国庆节"}],"makeUpDays":["2031-10-11"]}
                """.formatted(dayOff));
    }

    private BusinessDays known() throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> transactions.run(holidays::whole));
    }
}
