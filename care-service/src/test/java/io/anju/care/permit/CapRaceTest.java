package io.anju.care.permit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Agencies that ask in the same moment never exceed a cap together. */
@QuarkusTest
class CapRaceTest extends PermitTestBase {

    @RepeatedTest(5)
    void grantsOneMarketingCallADayWhoeverAsks() throws Exception {
        var asking = new ArrayList<Callable<Integer>>();
        for (int n = 0; n < 4; n++) {
            var client = "agency-" + UUID.randomUUID();
            var name = reference(vettedAgency(client));
            var hour = 10 + n;
            asking.add(() -> ask(client, name, MARKETING, "CALL", tomorrowAt(hour))
                    .extract()
                    .statusCode());
            asking.add(() -> ask(client, name, MARKETING, "CALL", tomorrowAt(hour))
                    .extract()
                    .statusCode());
        }

        var answers = together(asking);

        assertEquals(1, answers.stream().filter(status -> status == 201).count(), "answers: " + answers);
        assertEquals(7, answers.stream().filter(status -> status == 403).count(), "answers: " + answers);
    }

    @Test
    void grantsSixCollectionCallsADay() throws Exception {
        var asking = new ArrayList<Callable<Integer>>();
        for (int n = 0; n < 16; n++) {
            asking.add(() -> ask(COLLECTION, "CALL", tomorrowAt(12)).extract().statusCode());
        }

        var answers = together(asking);

        assertEquals(6, answers.stream().filter(status -> status == 201).count(), "answers: " + answers);
    }

    @Test
    void countsCustomersWhoShareANumberTogether() throws Exception {
        var housemate = UUID.randomUUID();
        numberOf(housemate, customer.toString());
        var first = reference;
        var second = reference(agencyId, housemate);
        ask(agency, first, COLLECTION, "CALL", tomorrowAt(12)).statusCode(201);
        var asking = new ArrayList<Callable<Integer>>();
        for (int n = 0; n < 12; n++) {
            var name = n % 2 == 0 ? first : second;
            asking.add(() -> ask(agency, name, COLLECTION, "CALL", tomorrowAt(12))
                    .extract()
                    .statusCode());
        }

        var answers = together(asking);

        assertEquals(5, answers.stream().filter(status -> status == 201).count(), "answers: " + answers);
    }

    private static List<Integer> together(List<Callable<Integer>> asking) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(asking.size())) {
            return threads.invokeAll(asking).stream().map(Future::resultNow).collect(Collectors.toList());
        }
    }
}
