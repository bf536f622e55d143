package io.anju.contract.signing.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.contract.ContractTestBase;
import io.anju.contract.sealing.PdfA;
import io.anju.contract.sealing.PdfSig;
import io.anju.kit.http.Digests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From an approved loan to a sealed contract, and everything that does not lead there. */
@QuarkusTest
class SigningTest extends ContractTestBase {

    private ValidatableResponse sign(UUID contract, String body, @Nullable String verification) {
        return sign(contract, body, verification, UUID.randomUUID().toString());
    }

    private ValidatableResponse sign(UUID contract, String body, @Nullable String verification, String key) {
        var request = as(customer).header("Idempotency-Key", key).body(body);
        if (verification != null) {
            request.header("Verification-Token", verification);
        }
        return request.post("/api/v1/contracts/" + contract + "/signatures").then();
    }

    private void assertState(UUID contract, String state) {
        as(customer).get("/api/v1/contracts/" + contract).then().body("state", equalTo(state));
    }

    private byte[] file(UUID contract, String which) {
        return as(customer)
                .queryParam("file", which)
                .get("/api/v1/contracts/" + contract + "/pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void anApprovedLoanBecomesAContractThatSaysWhatWasAgreed() throws Exception {
        UUID contract = draftedContract();

        byte[] pdf = file(contract, "ORIGINAL");

        String text = text(pdf);
        assertTrue(text.contains(NAME), text);
        assertTrue(text.contains(ID_NUMBER));
        assertTrue(text.contains("¥1,000,000.00（人民币壹佰万元整）"));
        assertTrue(text.contains("LPR 减 30 个基点"));
        assertTrue(text.contains("【重要】"));
        assertTrue(text.contains("3.50%"));
        assertEquals(pdfSha256(contract), Digests.sha256Hex(pdf));
        assertEquals(List.of(), PdfA.faults(pdf));
    }

    @Test
    void aSignedContractIsSealedAndBeginsWithWhatWasSigned() throws Exception {
        UUID contract = sealedContract();

        byte[] original = file(contract, "ORIGINAL");
        byte[] sealed = file(contract, "LATEST");

        assertArrayEquals(original, Arrays.copyOf(sealed, original.length));
        assertEquals(pdfSha256(contract), Digests.sha256Hex(original));
        assertTrue(text(sealed).contains(Digests.sha256Hex(original)));
        assertTrue(PdfSig.says(sealed).contains("Signature is Valid"));
        assertEquals(List.of(), PdfA.faults(sealed));
        as(customer)
                .get("/api/v1/contracts/" + contract)
                .then()
                .body("state", equalTo("SEALED"))
                .body("sealedPdfSha256", equalTo(Digests.sha256Hex(sealed)))
                .body("signedAt", notNullValue());
    }

    @Test
    void aSignatureSentAgainAfterALostAnswerIsAnsweredAlike() {
        UUID contract = draftedContract();
        confirmAll(contract);
        String body = signatureOver(pdfSha256(contract));
        String verification = verification(contract, body);
        String key = UUID.randomUUID().toString();

        sign(contract, body, verification, key).statusCode(201);
        sign(contract, body, verification, key).statusCode(201).body("id", equalTo(contract.toString()));
        sign(contract, body, verification).statusCode(403).body("code", equalTo("VERIFICATION_USED"));
    }

    @Test
    void oneChangedByteOfASealedContractIsFound() throws Exception {
        byte[] sealed = file(sealedContract(), "LATEST");

        sealed[sealed.length / 3] ^= 1;

        assertTrue(!PdfSig.says(sealed).contains("Signature is Valid"));
    }

    @Test
    void theClausesAreShownWithTheirQuestionsButNotTheAnswers() {
        UUID contract = draftedContract();
        confirm(contract, "late", "A");

        as(customer)
                .get("/api/v1/contracts/" + contract + "/clauses")
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.important }.id",
                        containsInAnyOrder(ANSWERS.keySet().toArray()))
                .body("items.findAll { it.confirmed }.id", contains("late"))
                .body("items.find { it.id == 'late' }.text", containsString("1.5 倍"))
                .body("items.find { it.id == 'late' }.question.options", hasSize(3))
                .body(not(containsString("\"correct\"")));
    }

    @Test
    void withoutAVerificationTokenTheAnswerIsTheChallengeOfRfc9470() {
        UUID contract = draftedContract();
        confirmAll(contract);

        sign(contract, signatureOver(pdfSha256(contract)), null)
                .statusCode(401)
                .header("WWW-Authenticate", containsString("insufficient_user_authentication"))
                .body("code", equalTo("VERIFICATION_REQUIRED"));
        assertState(contract, "DRAFTED");
    }

    @Test
    void aTokenForAnotherDocumentDoesNotSignThisOne() {
        UUID contract = draftedContract();
        confirmAll(contract);
        String body = signatureOver(pdfSha256(contract));

        sign(contract, body, verification(UUID.randomUUID(), body))
                .statusCode(403)
                .body("code", equalTo("VERIFICATION_MISMATCH"));
        sign(contract, body, verification(contract, signatureOver("0".repeat(64))))
                .statusCode(403)
                .body("what", equalTo("body"));
        assertState(contract, "DRAFTED");
    }

    @Test
    void theHashOfAnotherDocumentIsRefused() {
        UUID contract = draftedContract();
        confirmAll(contract);
        String body = signatureOver("0".repeat(64));

        sign(contract, body, verification(contract, body)).statusCode(422).body("code", equalTo("OTHER_DOCUMENT"));
        assertState(contract, "DRAFTED");
    }

    @Test
    void aUsedTokenSignsNothingMore() {
        UUID contract = draftedContract();
        confirmAll(contract);
        String body = signatureOver(pdfSha256(contract));
        String token = verification(contract, body);
        sign(contract, body, token).statusCode(201);

        sign(contract, body, token).statusCode(403).body("code", equalTo("VERIFICATION_USED"));
        sign(contract, body, verification(contract, body)).statusCode(409).body("code", equalTo("CONTRACT_NOT_OPEN"));
    }

    @Test
    void anotherCustomerFindsNothing() {
        UUID contract = draftedContract();
        UUID stranger = UUID.randomUUID();
        String body = signatureOver(pdfSha256(contract));
        String token = neighbours
                .tokens()
                .verification(stranger, "contract-service", "contract.sign", "/api/v1/contracts/" + contract, body);

        as(stranger).get("/api/v1/contracts/" + contract).then().statusCode(404);
        as(stranger).get("/api/v1/contracts/" + contract + "/pdf").then().statusCode(404);
        as(stranger).get("/api/v1/contracts/" + contract + "/clauses").then().statusCode(404);
        as(stranger)
                .header("Verification-Token", token)
                .body(body)
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/contracts/" + contract + "/signatures")
                .then()
                .statusCode(404);
        as(stranger).get("/api/v1/contracts").then().body("items", hasSize(0));
        assertState(contract, "DRAFTED");
    }

    @Test
    void importantClausesMustBeConfirmedWithTheRightAnswerFirst() {
        UUID contract = draftedContract();
        confirm(contract, "late", "A");
        confirm(contract, "mortgage", "A");
        String body = signatureOver(pdfSha256(contract));

        sign(contract, body, verification(contract, body))
                .statusCode(422)
                .body("code", equalTo("CLAUSES_NOT_CONFIRMED"))
                .body("clauses", containsInAnyOrder("amount-and-rate", "mortgage", "information"));
    }

    @Test
    void aClauseFlashedPastIsNotRead() {
        UUID contract = draftedContract();

        as(customer)
                .header("Idempotency-Key", "k")
                .body("{\"shownAt\":\"2026-11-22T02:00:00Z\",\"secondsShown\":1,\"answer\":\"A\"}")
                .post("/api/v1/contracts/" + contract + "/clauses/late/confirmation")
                .then()
                .statusCode(422)
                .body("code", equalTo("CLAUSE_SHOWN_TOO_BRIEFLY"));
    }

    @Test
    void anOldCopyOfAContractIsNotDeclined() {
        UUID contract = draftedContract();
        String current = as(customer).get("/api/v1/contracts/" + contract).header("ETag");

        decline(contract, "\"41\"").statusCode(412).body("code", equalTo("STALE_VERSION"));
        assertState(contract, "DRAFTED");
        decline(contract, current).statusCode(201);
    }

    private ValidatableResponse decline(UUID contract, String seen) {
        return as(customer)
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", seen)
                .body("{\"reason\":\"found another bank\"}")
                .post("/api/v1/contracts/" + contract + "/declination")
                .then();
    }

    @Test
    void aDeclinedContractStaysAndCannotBeSigned() {
        UUID contract = draftedContract();
        confirmAll(contract);
        as(customer)
                .header("Idempotency-Key", "k")
                .body("{\"reason\":\"found another bank\"}")
                .post("/api/v1/contracts/" + contract + "/declination")
                .then()
                .statusCode(201);
        String body = signatureOver(pdfSha256(contract));

        sign(contract, body, verification(contract, body)).statusCode(409);
        assertState(contract, "DECLINED");
    }

    @Test
    void theBankMayTakeBackWhatIsNotSealedYet() {
        UUID contract = draftedContract();

        given().auth()
                .oauth2(neighbours.tokens().staff(UUID.randomUUID(), "approver"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "k")
                .body("{\"reason\":\"figures corrected\"}")
                .post("/api/v1/staff/contracts/" + contract + "/withdrawal")
                .then()
                .statusCode(200);

        assertState(contract, "WITHDRAWN");
        neighbours.awaitEvent("anju.contract.withdrawn.v1", contract.toString());
        var told = neighbours.awaitEvent("anju.customer.data-read.v1", customer.toString());
        assertEquals("CONTRACT_WITHDRAWAL", told.path("purpose").asText());
    }

    @Test
    void theListIsPagedNewestFirst() {
        UUID contract = draftedContract();

        as(customer)
                .queryParam("kind", "HOME_LOAN")
                .queryParam("limit", 1)
                .get("/api/v1/contracts")
                .then()
                .statusCode(200)
                .body("items.id", contains(contract.toString()))
                .body("next", equalTo(null));
    }

    @Test
    void theDatabaseRefusesToExchangeWhatWasSigned() {
        UUID contract = sealedContract();

        for (String change : List.of(
                "update contract_file set content = 'x' where contract_id = '" + contract + "'",
                "delete from contract_signature where contract_id = '" + contract + "'",
                "update contract set pdf_sha256 = repeat('0', 64) where id = '" + contract + "'")) {
            var failure = pool.query(change)
                    .execute()
                    .map(rows -> "accepted")
                    .onFailure()
                    .recoverWithItem(Throwable::getMessage)
                    .await()
                    .indefinitely();
            assertTrue(!failure.equals("accepted"), change);
        }
    }
}
