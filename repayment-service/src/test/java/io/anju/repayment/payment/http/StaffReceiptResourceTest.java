package io.anju.repayment.payment.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A teller posts transfer notices for a borrower without a card; what came of it is read from the statement. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class StaffReceiptResourceTest {

    Neighbours neighbours;
    Outside outside;

    private final UUID teller = UUID.randomUUID();
    private final UUID borrower = UUID.randomUUID();
    private final String notice = UUID.randomUUID().toString();
    private Bank bank;
    private UUID loan;

    @BeforeEach
    void twoInstalmentsAreDue() {
        bank = new Bank(neighbours, outside);
        loan = bank.firstLoan(borrower);
        bank.publishLpr("2026-12-21", "0.0350");
        bank.today("2026-12-22");
        bank.run("2026-12-22");
        bank.today("2027-01-22");
        bank.run("2027-01-22");
    }

    @Test
    void paysTheOldestFirstAndTheNextInPart() {
        // 31 days at 5.25 % beyond the first due date: 1,573.78 → 7.11 and 2,916.67 → 13.19.
        long first = 449_045 + 711 + 1_319;

        post(notice, first + 100_000)
                .statusCode(201)
                .body("amount", equalTo((int) first + 100_000))
                .body("shares.instalment", equalTo(List.of(1, 2)))
                .body("shares.paid", equalTo(List.of(true, false)))
                .body("shares.penalty", equalTo(List.of(711 + 1_319, 0)))
                .body("shares.interest", equalTo(List.of(291_667, 100_000)))
                .body("shares.principal", equalTo(List.of(157_378, 0)));

        bank.awaitInstalment(borrower, loan, 1, "PAID");
        neighbours.awaitEvent("anju.instalment.paid.v1", loan.toString());
        assertEquals(100_000_000 - 157_378, statement().getLong("lines[1].balance"));
        assertEquals(first + 100_000, statement().getLong("lines[1].paid"));
    }

    @Test
    void aPartPaymentInGraceDoesNotEndIt() {
        bank.today("2027-01-24");
        // The first is 33 days late at 5.25 %: 1,573.78 → 7.57 and 2,916.67 → 14.04.
        post(notice, 449_045 + 757 + 1_404 + 100_000).statusCode(201);

        bank.today("2027-01-25");

        bank.get(borrower, path("/instalments"))
                .then()
                .body("items[1].penalty", equalTo(0))
                .body("items[1].owed", equalTo(449_045 - 100_000));
        bank.today("2027-01-26");
        // Four days on what is open: 1,573.78 → 0.92 and 1,916.67 → 1.12.
        bank.get(borrower, path("/instalments")).then().body("items[1].penalty", equalTo(92 + 112));
    }

    @Test
    void takesNothingBeyondWhatIsDue() {
        long due = bank.get(borrower, path("/instalments")).jsonPath().getLong("items[0].owed")
                + bank.get(borrower, path("/instalments")).jsonPath().getLong("items[1].owed");

        post(notice, due + 1)
                .statusCode(422)
                .body("code", equalTo("RECEIPT_MORE_THAN_DUE"))
                .body("due", equalTo((int) due));
        assertEquals(1, statement().getList("lines").size());

        post(notice, due).statusCode(201);
    }

    @Test
    void postsANoticeOnceUnderWhicheverKey() {
        post(notice, 1_000).statusCode(201);

        post(notice, 1_000).statusCode(409).body("code", equalTo("RECEIPT_NOTICE_USED"));

        assertEquals(2, statement().getList("lines").size());
    }

    @Test
    void answersTheSameRequestAgainWithWhatItPosted() {
        String key = UUID.randomUUID().toString();
        String body = body(notice, 1_000);
        String first = post(key, body).statusCode(201).extract().path("transfer");

        post(key, body).statusCode(201).body("transfer", equalTo(first));
    }

    @Test
    void wantsAVerificationOfThisVeryNotice() {
        request(UUID.randomUUID().toString(), body(notice, 1_000))
                .post(staffPath())
                .then()
                .statusCode(401);
        request(UUID.randomUUID().toString(), body(notice, 1_000))
                .header("Verification-Token", verification(body(notice, 999)))
                .post(staffPath())
                .then()
                .statusCode(403);
    }

    @Test
    void knowsOnlyLoansThatThereAre() {
        loan = UUID.randomUUID();

        post(notice, 1_000).statusCode(404);
    }

    @Test
    void printsTheStatementInPagesAndWhole() throws IOException {
        for (int i = 0; i < 25; i++) {
            post("N-" + notice + i, 100).statusCode(201);
        }

        JsonPath first = bank.get(borrower, path("/statement?limit=20")).jsonPath();
        JsonPath second = bank.get(borrower, path("/statement?limit=20&cursor=" + first.getString("next")))
                .jsonPath();
        assertEquals(20, first.getList("lines").size());
        assertEquals(6, second.getList("lines").size());
        assertEquals(100_000_000, second.getLong("opening"));
        assertEquals(
                27,
                bank.getAs("text/csv", borrower, path("/statement"))
                        .asString()
                        .lines()
                        .count());
        byte[] pdf = bank.getAs("application/pdf", borrower, path("/statement")).asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("个人住房贷款对账单") && text.contains(loan.toString()), text);
            assertEquals(25, text.split("还款 1.00", -1).length - 1, text);
        }
    }

    private JsonPath statement() {
        return bank.get(borrower, path("/statement")).jsonPath();
    }

    private String path(String part) {
        return "/api/v1/loans/" + loan + part;
    }

    private String staffPath() {
        return "/api/v1/staff/loans/" + loan + "/receipts";
    }

    private static String body(String notice, long amount) {
        return new JsonObject().put("notice", notice).put("amount", amount).encode();
    }

    private ValidatableResponse post(String number, long amount) {
        return post(UUID.randomUUID().toString(), body(number, amount));
    }

    private ValidatableResponse post(String key, String body) {
        return request(key, body)
                .header("Verification-Token", verification(body))
                .post(staffPath())
                .then();
    }

    private String verification(String body) {
        return neighbours
                .tokens()
                .verification(teller, "repayment-service", "receipt.post", "/api/v1/staff/loans/" + loan, body);
    }

    private io.restassured.specification.RequestSpecification request(String key, String body) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(teller, "teller"))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body);
    }
}
