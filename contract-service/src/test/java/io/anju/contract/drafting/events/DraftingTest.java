package io.anju.contract.drafting.events;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.contract.ContractTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DraftingTest extends ContractTestBase {

    private static final String OTHER = """
            ,"conditions":{
              "conventions":{"frequency":"MONTHLY","firstPeriod":"WHOLE_MONTHS_AND_DAYS","splitPeriod":"SHARE_OF_PERIOD",
                             "dayCount":"ACT_360"},
              "late":{"multiplier":"1.3","graceDays":0,"dayCount":"ACT_365","compound":false,"holidays":"NOTHING_MOVES"},
              "prepayment":{"minimum":500000,"compensationMonths":12,"compensationShare":"0.01"},
              "partCollection":false}
            """;

    private int count(String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(application.toString()))
                .map(rows -> rows.iterator().next().getInteger(0))
                .await()
                .indefinitely();
    }

    private void awaitDraftThatWaits() {
        Awaitility.await()
                .until(() -> count("select count(*)::int from task where matter::text = $1 and last_error is not null")
                        == 1);
    }

    private ValidatableResponse clausesOf(String contract) {
        return as(customer)
                .get("/api/v1/contracts/" + contract + "/clauses")
                .then()
                .statusCode(200);
    }

    @Test
    void aContractPrintsTheConditionsOfItsApproval() throws Exception {
        identityKnowsTheCustomer();
        approve(OTHER);

        String contract = awaitContract();

        clausesOf(contract).body("items.find { it.id == 'late' }.text", containsString("执行利率的 1.3 倍"));
        byte[] pdf = as(customer)
                .get("/api/v1/contracts/" + contract + "/pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertTrue(text.contains("不设宽限期。"), text);
            assertTrue(text.contains("按提前归还本金的1.00%收取违约金"), text);
        }
    }

    @Test
    void aContractPrintsTheMonthsOfInterestAloneOfItsApproval() {
        identityKnowsTheCustomer();
        approve(",\"method\":\"INTEREST_ONLY_THEN_EQUAL_PRINCIPAL\",\"interestOnlyMonths\":24");

        clausesOf(awaitContract())
                .body(
                        "items.find { it.id == 'amount-and-rate' }.text",
                        containsString("前 24 个月（第 1 期至第 24 期）只付利息、不还本金，自第 25 期起归还本金和利息，每期归还的本金相等（等额本金）"));
    }

    @Test
    void aContractOfAnApprovalFromBeforeConditionsPrintsTheUsualOnes() {
        String contract = draftedContract().toString();

        clausesOf(contract)
                .body("items.find { it.id == 'late' }.text", containsString("执行利率的 1.5 倍"))
                .body("items.find { it.id == 'late' }.text", containsString("3 日为宽限期"));
    }

    @Test
    void aContractWaitsForIdentityServiceAndIsMadeWhenItAnswers() {
        approve();
        awaitDraftThatWaits();

        identityKnowsTheCustomer();

        assertTrue(!awaitContract().isEmpty());
    }

    @Test
    void aDraftThatWaitsShowsNothingOfTheCertificate() {
        approve();
        awaitDraftThatWaits();

        assertEquals(
                0,
                count(
                        "select count(*)::int from task where matter::text = $1 and task::text ~ 'certificate|2024.*000001'"));
    }

    @Test
    void whatIsKeptOfThePartyIsEncrypted() {
        draftedContract();

        assertEquals(
                0,
                count(
                        "select count(*)::int from contract where application_id = cast($1 as text)::uuid and encode(party, 'escape') like '%110105%'"));
    }
}
