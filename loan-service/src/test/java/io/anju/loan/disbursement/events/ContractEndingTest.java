package io.anju.loan.disbursement.events;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.loan.Desk;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A contract that comes to nothing, and what the borrower and the bank can do then. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class ContractEndingTest {

    private final UUID contract = UUID.randomUUID();

    Neighbours neighbours;

    private Desk desk;
    private UUID customer;
    private String application;

    @BeforeEach
    void approve() {
        desk = new Desk(neighbours);
        customer = desk.customer();
        application = desk.approved(customer);
        tell("anju.contract.drafted.v1", "");
    }

    @Test
    void tellsThatAnApprovedApplicationIsWithdrawn() {
        withdraw().then().statusCode(200);

        var withdrawn = neighbours.awaitEvent("anju.application.withdrawn.v1", application);
        assertEquals(customer.toString(), withdrawn.path("customerId").asText());
    }

    @ParameterizedTest
    @CsvSource({"declined, DECLINED", "expired, EXPIRED"})
    void letsTheBorrowerAskForAnotherContract(String event, String ending) {
        tell("anju.contract." + event + ".v1", ",\"ending\":\"" + ending + "\"");
        read().body("state", equalTo("CONTRACT_ENDED"))
                .body("reasons", contains(ending))
                .body("possible", hasItem("REQUEST_CONTRACT"));

        desk.as(customer)
                .post("/api/v1/applications/" + application + "/contract-request")
                .then()
                .statusCode(200)
                .body("state", equalTo("APPROVED"));
        awaitApprovals(2);

        tell("anju.contract.sealed.v1", "");
        read().body("state", equalTo("CONTRACTED"));
    }

    @Test
    void leavesItToTheBankToReplaceWhatTheBankTookBack() {
        tell("anju.contract.withdrawn.v1", ",\"ending\":\"WITHDRAWN\"");

        desk.as(customer)
                .post("/api/v1/applications/" + application + "/contract-request")
                .then()
                .statusCode(409)
                .body("code", equalTo("CONTRACT_TAKEN_BACK"));
        desk.as(UUID.randomUUID(), "approver")
                .post("/api/v1/staff/applications/" + application + "/contract-request")
                .then()
                .statusCode(200)
                .body("application.state", equalTo("APPROVED"));
    }

    @Test
    void letsTheBorrowerWalkAwayFromAnEndedContract() {
        tell("anju.contract.expired.v1", ",\"ending\":\"EXPIRED\"");

        withdraw().then().statusCode(200).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void goesOnWhenARejectedMortgageIsRegisteredAfterAll() {
        tell("anju.contract.sealed.v1", "");
        tell("anju.mortgage.rejected.v1", ",\"reason\":\"PROPERTY_SEIZED\"");
        read().body("state", equalTo("MORTGAGE_REJECTED")).body("reasons", contains("PROPERTY_SEIZED"));
        desk.release(UUID.randomUUID(), application)
                .then()
                .statusCode(409)
                .body("code", equalTo("NOT_POSSIBLE_IN_STATE"));

        tell("anju.mortgage.registered.v1", ",\"certificateNumber\":\"M-2026-2\"");

        read().body("state", equalTo("CONTRACTED")).body("mortgageCertificate", equalTo("M-2026-2"));
    }

    @Test
    void letsTheBorrowerWalkAwayFromARejectedMortgage() {
        tell("anju.contract.sealed.v1", "");
        tell("anju.mortgage.rejected.v1", ",\"reason\":\"PROPERTY_SEIZED\"");

        withdraw().then().statusCode(200).body("state", equalTo("WITHDRAWN"));

        neighbours.awaitEvent("anju.application.withdrawn.v1", application);
    }

    /** What contract-service told before it heard of the withdrawal is no fault. */
    @ParameterizedTest
    @ValueSource(strings = {"contract.signed", "contract.sealed", "contract.withdrawn", "contract.rescinded"})
    void hearsOfTheContractOfAWithdrawnApplicationWithoutEffect(String fact) {
        withdraw().then().statusCode(200);

        tell("anju." + fact + ".v1", ",\"ending\":\"WITHDRAWN\"");

        read().body("state", equalTo("WITHDRAWN"));
    }

    /** An amendment comes to a contract in force, years after; the application is where it was. */
    @Test
    void notesAnAmendmentOfTheContract() {
        tell("anju.contract.sealed.v1", "");

        tell("anju.contract.amended.v1", "");

        read().body("state", equalTo("CONTRACTED"));
        desk.as(customer)
                .get("/api/v1/applications/" + application + "/timeline")
                .then()
                .body("items.reason", hasItem("CONTRACT_AMENDED"));
    }

    private Response withdraw() {
        return desk.as(customer).post("/api/v1/applications/" + application + "/withdrawal");
    }

    private void tell(String type, String more) {
        desk.tellOfContract(type, customer, application, contract, more);
    }

    private ValidatableResponse read() {
        return desk.as(customer).get("/api/v1/applications/" + application).then();
    }

    private void awaitApprovals(int count) {
        Awaitility.await("another contract is asked for")
                .until(() -> neighbours.told("anju.loan.approved.v1").stream()
                                .filter(event -> event.path("subject").asText().equals(application))
                                .map(event -> event.path("id").asText())
                                .distinct()
                                .count()
                        == count);
    }
}
