package io.anju.contract.amendment;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.contract.ContractTestBase;
import io.anju.contract.sealing.PdfA;
import io.anju.contract.sealing.PdfSig;
import io.anju.kit.http.Digests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An amendment of a contract in force: from the change that was agreed to the seal, or to nothing. */
@QuarkusTest
class AmendmentTest extends ContractTestBase {

    private static final String BEFORE = """
            {"method":"EQUAL_INSTALMENT","dueDay":22,"nextDueDate":"2027-01-22","annualRate":"0.0320",
             "referenceRate":"LPR_5Y","spread":"-0.0030","cycleMonths":12,"instalments":300,"nextInstalment":449045,
             "lastInstalment":448852,"lastDueDate":"2051-11-22","interest":45014600}
            """;

    private final UUID change = UUID.randomUUID();
    private final UUID loan = UUID.randomUUID();

    private void want(UUID contract, String kind, String after, String signBy) {
        tell("repayment-service", "anju.loan.amendment-wanted.v1", loan.toString(), """
                {"changeId":"%s","loanId":"%s","contractId":"%s","applicationId":"%s","customerId":"%s","tranche":1,
                 "kind":"%s","date":"2026-12-22","signBy":"%s","principal":89697052,"before":%s,"after":%s}
                """.formatted(
                        change, loan, contract, application, customer, kind, signBy, BEFORE, after));
    }

    private void wantEqualPrincipal(UUID contract, String signBy) {
        want(
                contract,
                "METHOD",
                BEFORE.replace("EQUAL_INSTALMENT", "EQUAL_PRINCIPAL")
                        .replace("449045", "560606")
                        .replace("45014600", "39373300"),
                signBy);
    }

    private ValidatableResponse sign() {
        String body = signatureOver(pdfSha256(change));
        return as(customer)
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Verification-Token", verification(change, body))
                .body(body)
                .post("/api/v1/contracts/" + change + "/signatures")
                .then();
    }

    private byte[] latest() {
        return as(customer)
                .get("/api/v1/contracts/" + change + "/pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    @Test
    void isReadSignedAndSealedLikeAContractAndTellsTheLoan() throws Exception {
        UUID contract = sealedContract();
        wantEqualPrincipal(contract, "2099-12-31");
        JsonNode drafted = neighbours.awaitEvent("anju.contract.amendment-drafted.v1", change.toString());
        assertEquals(contract.toString(), drafted.path("amends").asText());

        sign().statusCode(422).body("code", equalTo("CLAUSES_NOT_CONFIRMED"));
        confirm(change, "change", "C");
        sign().statusCode(201);

        JsonNode amended = neighbours.awaitEvent("anju.contract.amended.v1", change.toString());
        byte[] file = latest();
        assertEquals(loan.toString(), amended.path("loanId").asText());
        assertEquals(contract.toString(), amended.path("amends").asText());
        assertEquals(Digests.sha256Hex(file), amended.path("sealedPdfSha256").asText());
        assertTrue(PdfSig.says(file).contains("Signature is Valid"));
        assertEquals(List.of(), PdfA.faults(file));
        String text = text(file);
        assertTrue(text.contains("等额本息") && text.contains("等额本金"), text);
        assertTrue(text.contains("5,606.06") && text.contains("4,490.45"), text);
        assertTrue(text.contains(NAME) && text.contains("¥896,970.52"), text);
    }

    @Test
    void leavesContractAndMortgageAsTheyAre() {
        UUID contract = sealedContract();
        want(contract, "TO_FIXED", BEFORE.replace("\"-0.0030\"", "null").replace("12,", "null,"), "2099-12-31");
        neighbours.awaitEvent("anju.contract.amendment-drafted.v1", change.toString());
        confirm(change, "change", "A");
        sign().statusCode(201);
        neighbours.awaitEvent("anju.contract.amended.v1", change.toString());

        as(customer).get("/api/v1/contracts/" + contract).then().body("state", equalTo("SEALED"));
        as(customer)
                .queryParam("kind", "RATE_AMENDMENT")
                .get("/api/v1/contracts")
                .then()
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("SEALED"));
        assertEquals(0, count("select count(*)::int from task where subject = $1 and kind = 'REGISTER'"));
        assertEquals(0, count("select count(*)::int from mortgage_registration where contract_id = $1"));
        // Who waits for a loan's contract must not take an amendment for it.
        assertTrue(neighbours.told("anju.contract.signed.v1").stream()
                .noneMatch(
                        event -> event.path("data").path("contractId").asText().equals(change.toString())));
    }

    @Test
    void thatIsDeclinedEndsAndTheLoanHearsOfIt() {
        wantEqualPrincipal(sealedContract(), "2099-12-31");
        neighbours.awaitEvent("anju.contract.amendment-drafted.v1", change.toString());

        as(customer)
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"reason\":\"no\"}")
                .post("/api/v1/contracts/" + change + "/declination")
                .then()
                .statusCode(201);

        JsonNode ended = neighbours.awaitEvent("anju.contract.amendment-ended.v1", change.toString());
        assertEquals("DECLINED", ended.path("ending").asText());
        assertEquals(loan.toString(), ended.path("loanId").asText());
    }

    @Test
    void isSignedByItsLastDayOrNotAtAll() {
        wantEqualPrincipal(sealedContract(), "2000-01-01");
        neighbours.awaitEvent("anju.contract.amendment-drafted.v1", change.toString());
        confirm(change, "change", "C");

        sign().statusCode(409);
    }

    @Test
    void thatIsToldTwiceIsOneAmendment() {
        UUID contract = sealedContract();
        wantEqualPrincipal(contract, "2099-12-31");
        neighbours.awaitEvent("anju.contract.amendment-drafted.v1", change.toString());

        wantEqualPrincipal(contract, "2099-12-31");

        Awaitility.await("the second task")
                .until(() -> count("select count(*)::int from task where subject = $1 and kind = 'AMEND'") == 0);
        assertEquals(1, count("select count(*)::int from contract where id = $1"));
    }

    private int count(String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(change))
                .map(rows -> rows.iterator().next().getInteger(0))
                .await()
                .indefinitely();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
