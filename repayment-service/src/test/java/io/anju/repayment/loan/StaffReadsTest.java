package io.anju.repayment.loan;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever of the staff is shown a borrower's figures, the borrower is told who, what and what for. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class StaffReadsTest {

    private static final String LOANS = "/api/v1/staff/loans";
    private static final String FAILED = "/api/v1/staff/failed-payouts";

    Neighbours neighbours;
    Outside outside;

    private final UUID borrower = UUID.randomUUID();
    private final UUID officer = UUID.randomUUID();
    private Bank bank;

    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        bank.today("2026-11-22");
    }

    @Test
    void aListOfLoansIsToldToEachOfTheirOwners() {
        bank.firstLoan(borrower);

        readUpTo(LOANS, "items.customer", borrower);

        assertEquals("ACCOUNTING", awaitTold(LOANS).path("purpose").asText());
    }

    @Test
    void aListOfFailedPayoutsIsToldToEachOfTheirOwners() {
        UUID loan = bank.order(
                        borrower,
                        "2026-11-22",
                        "2026-12-22",
                        List.of(Bank.tranche(50_000_000, 360, "EQUAL_INSTALMENT", "0.0000")),
                        "closed-1")
                .getFirst();
        neighbours.awaitEvent("anju.loan.payout-failed.v1", loan.toString());

        readUpTo(FAILED, "items.loan", loan);

        assertEquals("DISBURSEMENT", awaitTold(FAILED).path("purpose").asText());
    }

    @Test
    void waiversAndWhatBecameOfOneAreTold() {
        UUID loan = bank.firstLoan(borrower);
        bank.today("2026-12-22");
        bank.run("2026-12-22");
        bank.today("2026-12-30");
        String path = LOANS + "/" + loan + "/waivers";
        String waiver = staff("loan-officer")
                .body(new JsonObject()
                        .put("instalment", 1)
                        .put("amount", 100)
                        .put("reason", "the branch was closed")
                        .encode())
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        read(path).body("items", hasSize(1));
        read(path + "/" + waiver);

        awaitTold(path);
        awaitTold(path + "/" + waiver);
    }

    @Test
    void reversalsAreToldAlsoThatThereIsNone() {
        UUID loan = bank.firstLoan(borrower);
        String path = LOANS + "/" + loan + "/payment-reversals";

        read(path).body("items", hasSize(0));

        awaitTold(path);
    }

    @Test
    void nobodyIsToldOfALoanThatIsNotThere() {
        read(LOANS + "/" + UUID.randomUUID() + "/waivers").body("items", hasSize(0));
    }

    /** Page by page, since other tests have loans too. */
    private void readUpTo(String path, String member, UUID wanted) {
        JsonPath page = read(path + "?limit=100").extract().jsonPath();
        while (!page.getList(member).contains(wanted.toString())) {
            String next = page.getString("next");
            assertNotNull(next, "the last page has none of it");
            page = read(path + "?limit=100&cursor=" + next).extract().jsonPath();
        }
    }

    private ValidatableResponse read(String path) {
        return staff("loan-officer").get(path).then().statusCode(200);
    }

    private RequestSpecification staff(String role) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(officer, role))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON);
    }

    /** The record of this reader's looking at this, as the borrower gets to see it. */
    private JsonNode awaitTold(String resource) {
        return Awaitility.await("the record of " + resource)
                .until(
                        () -> neighbours.told("anju.customer.data-read.v1").stream()
                                .filter(event -> event.path("subject").asText().equals(borrower.toString()))
                                .map(event -> event.path("data"))
                                .filter(data -> data.path("reader").asText().equals(officer.toString()))
                                .filter(data -> data.path("resource").asText().equals(resource))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
