package io.anju.contract.registration.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.contract.ContractTestBase;
import io.anju.contract.sealing.PdfSig;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The mortgage's life at the sandbox's registry, to the certificate that the loan is repaid. */
@QuarkusTest
class RegistrationTest extends ContractTestBase {

    private UUID registeredContract() {
        UUID contract = sealedContract();
        neighbours.awaitEvent("anju.mortgage.registered.v1", contract.toString());
        return contract;
    }

    private void settle(UUID contract, UUID loan, boolean whole) {
        tell("repayment-service", "anju.loan.settled.v1", loan.toString(), """
                {"loanId":"%s","applicationId":"%s","contractId":"%s","customerId":"%s","date":"2026-11-22",
                 "contractSettled":%b}
                """.formatted(
                        loan, application, contract, customer, whole));
    }

    @Test
    void aSealedContractsMortgageIsRegistered() {
        UUID contract = sealedContract();

        JsonNode data = neighbours.awaitEvent("anju.mortgage.registered.v1", contract.toString());

        assertTrue(data.path("certificateNumber").asText().contains("不动产证明"), data.toString());
        as(customer).get("/api/v1/mortgage-registrations").then().body("items.state", contains("REGISTERED"));
    }

    @Test
    void aRepaidLoanGetsItsCertificateAndItsMortgageIsReleased() throws Exception {
        UUID contract = registeredContract();
        UUID loan = UUID.randomUUID();

        // The provident-fund part first: the contract goes on.
        settle(contract, UUID.randomUUID(), false);
        settle(contract, loan, true);

        JsonNode released = neighbours.awaitEvent("anju.mortgage.released.v1", contract.toString());
        assertEquals(loan.toString(), released.path("loanId").asText());
        Awaitility.await()
                .untilAsserted(() -> as(customer)
                        .queryParam("kind", "SETTLEMENT_CERTIFICATE")
                        .get("/api/v1/contracts")
                        .then()
                        .body("items.state", contains("SEALED")));
        String certificate = as(customer)
                .queryParam("kind", "SETTLEMENT_CERTIFICATE")
                .get("/api/v1/contracts")
                .path("items[0].id");
        byte[] pdf = as(customer)
                .get("/api/v1/contracts/" + certificate + "/pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertTrue(PdfSig.says(pdf).contains("Signature is Valid"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("全部还清"), text);
            assertTrue(text.contains(NAME), text);
        }
    }

    @Test
    void aContractWhoseLastPayoutIsGivenUpIsReleasedWithoutACertificate() {
        UUID contract = registeredContract();
        UUID loan = UUID.randomUUID();

        // One of its tranches first: the other one may still be paid out.
        giveUp(contract, UUID.randomUUID(), false);
        as(customer).get("/api/v1/mortgage-registrations").then().body("items.state", contains("REGISTERED"));
        giveUp(contract, loan, true);

        JsonNode released = neighbours.awaitEvent("anju.mortgage.released.v1", contract.toString());
        assertEquals(loan.toString(), released.path("loanId").asText());
        as(customer)
                .queryParam("kind", "SETTLEMENT_CERTIFICATE")
                .get("/api/v1/contracts")
                .then()
                .body("items", empty());
        assertEquals(0, certificatesToMake());
    }

    @Test
    void theCertificateSaysWhatWasLentWhereATrancheWasGivenUpBefore() throws Exception {
        UUID contract = registeredContract();
        giveUp(contract, UUID.randomUUID(), false);

        tell("repayment-service", "anju.loan.settled.v1", UUID.randomUUID().toString(), """
                {"loanId":"%s","applicationId":"%s","contractId":"%s","customerId":"%s","date":"2026-11-22",
                 "contractSettled":true,"contractPaidOut":40000000}
                """.formatted(
                        UUID.randomUUID(), application, contract, customer));

        assertCertified("400,000.00", "2026 年 11 月 22 日");
        neighbours.awaitEvent("anju.mortgage.released.v1", contract.toString());
    }

    @Test
    void whatWasLentAndRepaidIsCertifiedThoughTheLastTrancheIsGivenUp() throws Exception {
        UUID contract = registeredContract();
        settle(contract, UUID.randomUUID(), false);

        tell(
                "repayment-service",
                "anju.loan.payout-cancelled.v1",
                UUID.randomUUID().toString(),
                """
                {"loanId":"%s","applicationId":"%s","contractId":"%s","customerId":"%s","tranche":2,
                 "date":"2026-11-25","contractSettled":true,"contractPaidOut":40000000,"contractRepaidOn":"2026-11-22"}
                """.formatted(UUID.randomUUID(), application, contract, customer));

        assertCertified("400,000.00", "2026 年 11 月 22 日");
        neighbours.awaitEvent("anju.mortgage.released.v1", contract.toString());
    }

    private void assertCertified(String lent, String date) throws Exception {
        String certificate = Awaitility.await("the certificate")
                .until(
                        () -> as(customer)
                                .queryParam("kind", "SETTLEMENT_CERTIFICATE")
                                .get("/api/v1/contracts")
                                .<String>path("items.find { it.state == 'SEALED' }?.id"),
                        found -> found != null);
        byte[] pdf = as(customer)
                .get("/api/v1/contracts/" + certificate + "/pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertTrue(text.contains(lent), text);
            assertTrue(text.contains(date.replaceAll("\\s", "")), text);
        }
    }

    private long certificatesToMake() {
        return pool.query("select count(*) from task where kind = 'CERTIFY'")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }

    private void giveUp(UUID contract, UUID loan, boolean whole) {
        tell("repayment-service", "anju.loan.payout-cancelled.v1", loan.toString(), """
                {"loanId":"%s","applicationId":"%s","contractId":"%s","customerId":"%s","tranche":1,
                 "date":"2026-11-22","contractSettled":%b}
                """.formatted(
                        loan, application, contract, customer, whole));
    }

    @Test
    void aRejectedMortgageIsAppliedForAgainAndRegistered() throws Exception {
        UUID contract = registeredContract();
        reject(contract);
        given().auth()
                .oauth2(neighbours.tokens().staff(UUID.randomUUID(), "approver"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/staff/contracts/" + contract + "/mortgage-applications")
                .then()
                .statusCode(202);

        Awaitility.await()
                .untilAsserted(() -> as(customer)
                        .get("/api/v1/mortgage-registrations")
                        .then()
                        .body("items.state", contains("REGISTERED")));
    }

    @Test
    void aMortgageThatIsNotRejectedIsNotAppliedForAgain() {
        UUID contract = registeredContract();

        given().auth()
                .oauth2(neighbours.tokens().staff(UUID.randomUUID(), "approver"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/staff/contracts/" + contract + "/mortgage-applications")
                .then()
                .statusCode(409)
                .body("code", equalTo("MORTGAGE_NOT_REJECTED"));
    }

    /** As if the registry had refused: the sandbox refuses by the property's number, and never changes its mind. */
    private void reject(UUID contract) {
        pool.query("""
                        update mortgage_registration
                        set state = 'REJECTED', reason = 'PAPERS_MISSING', certificate_number = null, registered_at = null
                        where contract_id = '%s'
                        """.formatted(contract)).execute().await().indefinitely();
    }

    @Test
    void theSameNewsTwiceIsHeardOnce() throws Exception {
        UUID contract = registeredContract();
        String registryId = pool.query(
                        "select registry_id from mortgage_registration where contract_id = '" + contract + "'")
                .execute()
                .map(rows -> rows.iterator().next().getString(0))
                .await()
                .indefinitely();
        String body =
                "{\"registrationId\":\"%s\",\"reference\":\"%s\",\"state\":\"REGISTERED\",\"certificateNumber\":\"another\"}"
                        .formatted(registryId, contract);

        report(body, signature(body)).statusCode(204);

        as(customer)
                .get("/api/v1/mortgage-registrations")
                .then()
                .body("items[0].certificateNumber", org.hamcrest.Matchers.not(equalTo("another")));
        assertEquals(
                1,
                neighbours.told("anju.mortgage.registered.v1").stream()
                        .filter(event -> event.path("subject").asText().equals(contract.toString()))
                        .map(event -> event.path("id").asText())
                        .distinct()
                        .count());
    }

    @Test
    void aCallbackThatTheRegistryDidNotSignIsRefused() throws Exception {
        String body = "{\"registrationId\":\"r-1\",\"state\":\"REGISTERED\",\"certificateNumber\":\"c\"}";

        report(body, signature(body + " ")).statusCode(401).body("code", equalTo("CALLBACK_SIGNATURE_WRONG"));
        report(body, "nonsense").statusCode(401);
        // By another institution, who knows its own secret.
        report(body, signature(body, outside.callbackSecret())).statusCode(401);
        report(body, signature(body)).statusCode(404);
    }

    private static io.restassured.response.ValidatableResponse report(String body, String signature) {
        return given().contentType(ContentType.JSON)
                .header("X-Signature", signature)
                .body(body)
                .post("/callbacks/property-registry")
                .then();
    }

    private String signature(String body) throws Exception {
        return signature(body, outside.registrySecret());
    }

    private static String signature(String body, String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
