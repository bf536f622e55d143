package io.anju.contract.drafting.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.kernel.rate.RepricingDay;
import io.anju.kit.event.CloudEvent;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {

    private static final String TOLD = """
            {"conventions":{"frequency":"MONTHLY","firstPeriod":"ACTUAL_DAYS","splitPeriod":"ACTUAL_DAYS","dayCount":"ACT_360"},
             "late":{"multiplier":"1.5","graceDays":3,"dayCount":"ACT_360","compound":true,"holidays":"GRACE_MOVES"},
             "prepayment":{"minimum":100000,"compensationMonths":0,"compensationShare":"0"},
             "partCollection":true}
            """;

    private static Conditions heard(String conditions) throws JsonProcessingException {
        return new CloudEvent(
                        UUID.randomUUID(),
                        "loan-service",
                        "anju.loan.approved.v1",
                        "a",
                        Instant.EPOCH,
                        new ObjectMapper().readTree(conditions))
                .dataAs(Conditions.class);
    }

    @Test
    void areReadAsTheEventTellsThem() throws JsonProcessingException {
        assertEquals(Conditions.DEFAULT, heard(TOLD));
    }

    @Test
    void fromBeforeTheRepricingDayAreRepricedInJanuary() throws JsonProcessingException {
        assertEquals(RepricingDay.JANUARY, heard(TOLD).repricingDay());
    }

    @Test
    void mayBeRepricedOnTheLoansOwnDay() throws JsonProcessingException {
        String own = TOLD.replace("\"partCollection\":true", "\"partCollection\":true,\"repricingDay\":\"START\"");

        assertEquals(RepricingDay.START, heard(own).repricingDay());
    }

    /** What the text has no words for: its teller keeps the event, instead of a contract that says something else. */
    @ParameterizedTest
    @CsvSource({
        "MONTHLY, QUARTERLY",
        "GRACE_MOVES, NEVER_MIND",
        "1.5, 1.6",
        "1.5, 1.2",
        "'graceDays\":3', 'graceDays\":32'",
        "'compensationShare\":\"0', 'compensationShare\":\"1.5'",
        "late, lateness",
        "'partCollection\":true', 'partCollection\":true,\"repricingDay\":\"APRIL\"'"
    })
    void thatCannotBePrintedAreRefused(String printable, String other) {
        assertThrows(IllegalArgumentException.class, () -> heard(TOLD.replace(printable, other)));
    }
}
