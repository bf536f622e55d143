package io.anju.loan;

import static io.restassured.RestAssured.given;

import io.anju.testkit.environment.Neighbours;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** What borrowers, officers and other services do over HTTP, for tests that tell a story. */
public final class Desk {

    /** A home for 1.5 million yuan, a million asked for over 30 years, 30,000 a month earned. */
    public static final String CONTENT = """
            {"tranches":[{"principal":100000000,"months":360,"method":"EQUAL_INSTALMENT"}],
             "property":{"certificateNumber":"%s","address":"测试路 1 号","price":150000000},
             "income":{"monthly":3000000,"employment":"EMPLOYED","employedMonths":48},
             "liabilities":[],
             "assets":[{"kind":"DEPOSIT","amount":30000000}]}
            """;

    /** The first bytes of a PDF, which is all that matters here. */
    public static final byte[] PDF = "%PDF-1.7\nincome of a test\n".getBytes(StandardCharsets.US_ASCII);

    private final Neighbours neighbours;

    public Desk(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** A customer known to identity-service, with the consent to a credit check. */
    public UUID customer() {
        return customer("张三", "11010519491231002X".replace("1949", "1989"));
    }

    public UUID customer(String name, String idNumber) {
        UUID customer = stranger(name, idNumber);
        consent(customer, true);
        return customer;
    }

    /** A customer who has not consented to anything. */
    public UUID stranger(String name, String idNumber) {
        UUID customer = UUID.randomUUID();
        neighbours.answer(
                "/internal/customers/" + customer + "/party",
                "{\"name\":\"%s\",\"idNumber\":\"%s\",\"phone\":\"13800000000\"}".formatted(name, idNumber));
        return customer;
    }

    public void consent(UUID customer, boolean granted) {
        tell(
                "identity-service",
                "anju.customer.consent-changed.v1",
                customer.toString(),
                "{\"customerId\":\"%s\",\"purpose\":\"CREDIT_CHECK\",\"granted\":%s,\"receiptId\":\"%s\"}"
                        .formatted(customer, granted, UUID.randomUUID()));
    }

    public RequestSpecification as(UUID customer) {
        return given().auth()
                .oauth2(neighbours.tokens().customer(customer))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON);
    }

    public RequestSpecification as(UUID person, String role) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(person, role))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON);
    }

    /** A draft with everything filled in but no document. */
    public String draft(UUID customer) {
        return draft(customer, CONTENT.formatted(UUID.randomUUID()));
    }

    public String draft(UUID customer, String content) {
        return draft(customer, "FIRST_HOME", content);
    }

    public String draft(UUID customer, String product, String content) {
        return as(customer)
                .body("{\"product\":\"%s\",\"content\":%s}".formatted(product, content))
                .post("/api/v1/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public Response upload(UUID customer, String application, String kind, byte[] content) {
        return given().auth()
                .oauth2(neighbours.tokens().customer(customer))
                .contentType("application/octet-stream")
                .queryParam("kind", kind)
                .body(content)
                .post("/api/v1/applications/" + application + "/documents");
    }

    /** A draft that lacks nothing. */
    public String complete(UUID customer) {
        return complete(customer, CONTENT.formatted(UUID.randomUUID()));
    }

    public String complete(UUID customer, String content) {
        return complete(customer, "FIRST_HOME", content);
    }

    private String complete(UUID customer, String product, String content) {
        String id = draft(customer, product, content);
        upload(customer, id, "INCOME_PROOF", PDF).then().statusCode(201);
        upload(customer, id, "ASSET_PROOF", PDF).then().statusCode(201);
        return id;
    }

    public Response submit(UUID customer, String application) {
        String resource = "/api/v1/applications/" + application;
        return as(customer)
                .header(
                        "Verification-Token",
                        neighbours
                                .tokens()
                                .verification(customer, "loan-service", "application.submit", resource, "{}"))
                .body("{}")
                .post(resource + "/submission");
    }

    /** Submitted, and the checks are done. */
    public String inReview(UUID customer) {
        return inReview(customer, CONTENT.formatted(UUID.randomUUID()));
    }

    public String inReview(UUID customer, String content) {
        return inReview(customer, "FIRST_HOME", content);
    }

    public String inReview(UUID customer, String product, String content) {
        String id = complete(customer, product, content);
        submit(customer, id).then().statusCode(200);
        awaitState(customer, id, "IN_REVIEW");
        return id;
    }

    public void awaitState(UUID customer, String application, String state) {
        // Patience for a busy machine; a test that passes does not wait for it.
        Awaitility.await("application " + state)
                .atMost(Duration.ofSeconds(60))
                .until(() -> state.equals(
                        as(customer).get("/api/v1/applications/" + application).path("state")));
    }

    public Response recommend(UUID officer, String application, String verdict) {
        return as(officer, "loan-officer")
                .body(Map.of("recommendation", verdict, "note", "Income and price fit."))
                .post("/api/v1/staff/applications/" + application + "/recommendation");
    }

    /** On the case as it stands. */
    public Response decide(UUID approver, String application, String body) {
        String resource = "/api/v1/staff/applications/" + application;
        return actOfStaff(approver, "approver", "application.approve", resource, body)
                .post(resource + "/decision");
    }

    /** On the case as it was seen. */
    public Response decide(UUID approver, String application, String body, String seen) {
        String resource = "/api/v1/staff/applications/" + application;
        return actOfStaff(approver, "approver", "application.approve", resource, body)
                .header("If-Match", seen)
                .post(resource + "/decision");
    }

    public Response release(UUID officer, String application) {
        String resource = "/api/v1/staff/applications/" + application;
        return actOfStaff(officer, "loan-officer", "disbursement.release", resource, "{}")
                .post(resource + "/disbursement-release");
    }

    /** With the second key for this act and this body. */
    public RequestSpecification actOfStaff(UUID person, String role, String act, String resource, String body) {
        return as(person, role)
                .header(
                        "Verification-Token",
                        neighbours.tokens().verification(person, "loan-service", act, resource, body))
                .body(body);
    }

    /** Recommended by one, approved by another. */
    public String approved(UUID customer) {
        return approved(inReview(customer));
    }

    public String approved(String id) {
        recommend(UUID.randomUUID(), id, "APPROVE").then().statusCode(200);
        decide(UUID.randomUUID(), id, "{\"decision\":\"APPROVE\"}").then().statusCode(200);
        return id;
    }

    /** Sealed, the mortgage registered, the cost known, the money released. */
    public void released(UUID customer, String application, UUID contract) {
        tellOfContract("anju.contract.sealed.v1", customer, application, contract, "");
        tellOfContract(
                "anju.mortgage.registered.v1",
                customer,
                application,
                contract,
                ",\"certificateNumber\":\"京(2026)证明第1号\"");
        String sheet = "/api/v1/applications/" + application + "/cost-sheet";
        String rate = as(customer).get(sheet).path("realAnnualRate");
        as(customer)
                .body(Map.of("realAnnualRate", rate))
                .post(sheet + "/confirmation")
                .then()
                .statusCode(200);
        release(UUID.randomUUID(), application).then().statusCode(200);
    }

    public void tellOfContract(String type, UUID customer, String application, UUID contract, String more) {
        tell(
                "contract-service",
                type,
                contract.toString(),
                "{\"contractId\":\"%s\",\"applicationId\":\"%s\",\"customerId\":\"%s\"%s}"
                        .formatted(contract, application, customer, more));
    }

    public void tellOfLoan(String type, UUID customer, String application, UUID loan, String more) {
        tell(
                "repayment-service",
                type,
                loan.toString(),
                "{\"loanId\":\"%s\",\"applicationId\":\"%s\",\"customerId\":\"%s\",\"date\":\"2026-11-22\"%s}"
                        .formatted(loan, application, customer, more));
    }

    /** Another service tells a fact. */
    public void tell(String source, String type, String subject, String data) {
        given().auth()
                .oauth2(neighbours.tokens().service(source, "loan-service"))
                .contentType("application/cloudevents+json")
                .body("""
                        {"specversion":"1.0","id":"%s","source":"/%s","type":"%s","subject":"%s","time":"%s",
                         "datacontenttype":"application/json","data":%s}
                        """.formatted(UUID.randomUUID(), source, type, subject, Instant.now(), data))
                .post("/internal/events")
                .then()
                .statusCode(204);
    }
}
