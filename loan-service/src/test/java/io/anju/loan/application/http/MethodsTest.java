package io.anju.loan.application.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.loan.Desk;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ways of repaying besides the two usual ones go from the application into everything that is told of it. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class MethodsTest {

    private static final String USUAL = "\"months\":360,\"method\":\"EQUAL_INSTALMENT\"";

    Neighbours neighbours;

    private Desk desk;
    private UUID customer;

    @BeforeEach
    void open() {
        desk = new Desk(neighbours);
        customer = desk.customer();
    }

    @Test
    void monthsOfInterestAloneAreToldWithTheApprovalAndTheOrder() {
        String application = desk.inReview(
                customer,
                "FLEXIBLE_HOME",
                content("\"months\":360,\"method\":\"INTEREST_ONLY_THEN_EQUAL_PRINCIPAL\",\"interestOnlyMonths\":24"));
        desk.approved(application);
        desk.released(customer, application, UUID.randomUUID());

        for (String type : new String[] {"anju.loan.approved.v1", "anju.loan.disbursement-ordered.v1"}) {
            JsonNode tranche = neighbours.awaitEvent(type, application).at("/tranches/0");
            assertEquals(
                    "INTEREST_ONLY_THEN_EQUAL_PRINCIPAL", tranche.path("method").asText());
            assertEquals(24, tranche.path("interestOnlyMonths").asInt());
        }
        desk.as(customer)
                .get("/api/v1/applications/" + application)
                .then()
                .body("terms.tranches[0].interestOnlyMonths", equalTo(24))
                .body("content.tranches[0].interestOnlyMonths", equalTo(24));
    }

    @Test
    void aFortnightlyLoanIsFirstDueFourteenDaysAfterItStarts() {
        String application = desk.inReview(customer, "FORTNIGHTLY_HOME", content(USUAL));
        desk.approved(application);
        desk.as(customer)
                .get("/api/v1/applications/" + application + "/cost-sheet")
                .then()
                .statusCode(200)
                .body("tranches[0].months", equalTo(360));
        desk.released(customer, application, UUID.randomUUID());

        JsonNode order = neighbours.awaitEvent("anju.loan.disbursement-ordered.v1", application);
        assertEquals(
                "FORTNIGHTLY",
                order.at("/tranches/0/conditions/conventions/frequency").asText());
        assertEquals(360, order.at("/tranches/0/months").asInt());
        assertEquals(
                LocalDate.parse(order.path("startDate").asText()).plusDays(14),
                LocalDate.parse(order.path("firstDueDate").asText()));
    }

    @Test
    void aBulletOfThirtyYearsIsRefusedWithTheField() {
        String application = desk.draft(customer, "FLEXIBLE_HOME", content("\"months\":360,\"method\":\"BULLET\""));

        desk.submit(customer, application).then().statusCode(422).body("fields.code", hasItem("BULLET_TERM_TOO_LONG"));
    }

    private static String content(String tranche) {
        String all = Desk.CONTENT.formatted(UUID.randomUUID());
        return all.replace(USUAL, tranche);
    }
}
