package io.anju.contract.drafting.events;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.contract.ContractTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** From a wallet that is to be linked to an agreement in force, which is no mortgage. */
@QuarkusTest
class WalletAgreementTest extends ContractTestBase {

    private final UUID agreement = UUID.randomUUID();
    private final UUID link = UUID.randomUUID();

    private void ask() {
        identityKnowsTheCustomer();
        tell("repayment-service", "anju.wallet.link-requested.v1", link.toString(), """
                {"linkId":"%s","loanId":"%s","customerId":"%s","agreementId":"%s","limit":2500000,
                 "mortgageBalance":100000000,"walletTail":"0001","undoHours":72}
                """.formatted(
                        link, UUID.randomUUID(), customer, agreement));
        neighbours.awaitEvent("anju.wallet-agreement.drafted.v1", agreement.toString());
    }

    @Test
    void statesTheEffectsOfClosingBeforehand() throws Exception {
        ask();

        byte[] pdf = as(customer)
                .get("/api/v1/contracts/" + agreement + "/pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertTrue(text.contains("¥25,000.00"), text);
            assertTrue(text.contains("72小时内可以撤销"), text);
            assertTrue(text.contains("不作为甲方任何评分的因素"), text);
        }
    }

    @Test
    void isSignedClauseByClauseAndSealedWithoutAMortgage() {
        ask();
        confirm(agreement, "own-funds", "B");
        confirm(agreement, "closing", "A");
        String body = signatureOver(pdfSha256(agreement));
        as(customer)
                .header("Verification-Token", verification(agreement, body))
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/api/v1/contracts/" + agreement + "/signatures")
                .then()
                .statusCode(201);

        var sealed = neighbours.awaitEvent("anju.wallet-agreement.sealed.v1", agreement.toString());

        assertEquals(link.toString(), sealed.path("linkId").asText());
        as(customer).get("/api/v1/contracts/" + agreement).then().body("state", equalTo("SEALED"));
        assertEquals(
                0,
                pool.preparedQuery("select count(*)::int from task where subject = $1 and kind = 'REGISTER'")
                        .execute(Tuple.of(agreement))
                        .map(rows -> rows.iterator().next().getInteger(0))
                        .await()
                        .indefinitely());
        assertTrue(neighbours.told("anju.contract.sealed.v1").stream()
                .noneMatch(event -> event.path("subject").asText().equals(agreement.toString())));
    }

    @Test
    void tellsThatItWasDeclined() {
        ask();

        as(customer)
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"reason\":\"not now\"}")
                .post("/api/v1/contracts/" + agreement + "/declination")
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));

        Awaitility.await()
                .until(() -> neighbours.told("anju.wallet-agreement.ended.v1").stream()
                        .anyMatch(event -> event.path("subject").asText().equals(agreement.toString())));
    }
}
