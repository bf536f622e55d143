package io.anju.contract;

import static io.restassured.RestAssured.given;

import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** What the service's tests share: an approved loan, its contract, and the steps to its signature. */
@WithTestResource(AnjuEnvironment.class)
@WithTestResource(SealEnvironment.class)
public abstract class ContractTestBase {
    protected static final String NAME = "张䶮";
    protected static final String ID_NUMBER = "11010519491231002X";

    /** The right answers of the home-loan template, versions 1 to 3. */
    protected static final Map<String, String> ANSWERS =
            Map.of("amount-and-rate", "B", "late", "A", "mortgage", "C", "information", "B");

    static {
        // Patience for a busy machine; a test that passes does not wait for it.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    protected Neighbours neighbours;
    protected Outside outside;

    @Inject
    protected Pool pool;

    protected final UUID customer = UUID.randomUUID();
    protected final UUID application = UUID.randomUUID();

    protected RequestSpecification as(UUID caller) {
        return given().auth()
                .oauth2(neighbours.tokens().customer(caller))
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON);
    }

    /** Another service tells a fact. */
    protected UUID tell(String service, String type, String subject, String data) {
        UUID id = UUID.randomUUID();
        given().auth()
                .oauth2(neighbours.tokens().service(service, "contract-service"))
                .contentType("application/cloudevents+json")
                .body("""
                        {"specversion":"1.0","id":"%s","source":"/%s","type":"%s","subject":"%s",
                         "time":"2026-11-22T02:00:00Z","data":%s}
                        """.formatted(id, service, type, subject, data))
                .post("/internal/events")
                .then()
                .statusCode(204);
        return id;
    }

    /** A loan is approved; waits for its contract. */
    protected UUID draftedContract() {
        identityKnowsTheCustomer();
        approve();
        return UUID.fromString(awaitContract());
    }

    protected void identityKnowsTheCustomer() {
        neighbours.answer(
                "/internal/customers/" + customer + "/party",
                "{\"name\":\"%s\",\"idNumber\":\"%s\",\"phone\":\"13800000001\"}".formatted(NAME, ID_NUMBER));
    }

    /** As it was told before conditions were data. */
    protected void approve() {
        approve("");
    }

    /** With more about its tranche. */
    protected void approve(String more) {
        tell("loan-service", "anju.loan.approved.v1", application.toString(), """
                {"applicationId":"%s","customerId":"%s","product":"first-home","productVersion":1,"dueDay":20,
                 "property":{"certificateNumber":"沪（2024）浦字不动产权第000001号"},
                 "tranches":[{"kind":"COMMERCIAL","principal":100000000,"months":360,"method":"EQUAL_INSTALMENT",
                              "annualRate":"0.0350","spread":"-0.0030","ratePeriodMonths":12,"rateBasis":"FLOATING"%s}]}
                """.formatted(
                        application, customer, more));
    }

    protected String awaitContract() {
        return Awaitility.await("a contract of " + application)
                .until(
                        () -> neighbours.told("anju.contract.drafted.v1").stream()
                                .map(event -> event.path("data"))
                                .filter(data ->
                                        data.path("applicationId").asText().equals(application.toString()))
                                .map(data -> data.path("contractId").asText())
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    protected void confirm(UUID contract, String clause, String answer) {
        as(customer)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"shownAt\":\"%s\",\"secondsShown\":9,\"answer\":\"%s\"}".formatted(Instant.now(), answer))
                .post("/api/v1/contracts/" + contract + "/clauses/" + clause + "/confirmation")
                .then()
                .statusCode(201);
    }

    protected void confirmAll(UUID contract) {
        ANSWERS.forEach((clause, answer) -> confirm(contract, clause, answer));
    }

    protected String pdfSha256(UUID contract) {
        return as(customer).get("/api/v1/contracts/" + contract).path("pdfSha256");
    }

    protected String signatureOver(String pdfSha256) {
        return "{\"pdfSha256\":\"" + pdfSha256 + "\"}";
    }

    protected String verification(UUID contract, String body) {
        return neighbours
                .tokens()
                .verification(customer, "contract-service", "contract.sign", "/api/v1/contracts/" + contract, body);
    }

    /** All the way to the signature. */
    protected UUID signedContract() {
        UUID contract = draftedContract();
        confirmAll(contract);
        String body = signatureOver(pdfSha256(contract));
        as(customer)
                .header("Verification-Token", verification(contract, body))
                .body(body)
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/contracts/" + contract + "/signatures")
                .then()
                .statusCode(201);
        return contract;
    }

    /** All the way to the seal. */
    protected UUID sealedContract() {
        UUID contract = signedContract();
        neighbours.awaitEvent("anju.contract.sealed.v1", contract.toString());
        return contract;
    }
}
