package io.anju.loan.underwriting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.loan.Desk;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The price of a first home is for a first home. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class HomeCountTest {

    private static final String CASES = "/api/v1/staff/applications/";
    private static final String ID_NUMBER = "11010519891231002X";
    private static final String HOME_COUNT = "assessment.findings.find { it.rule == 'HOME_COUNT' }.";

    Neighbours neighbours;

    @Inject
    DataSource database;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(neighbours);
    }

    private ValidatableResponse caseFile(String id) {
        return desk.as(UUID.randomUUID(), "loan-officer").get(CASES + id).then().statusCode(200);
    }

    private static String content() {
        return Desk.CONTENT.formatted(UUID.randomUUID());
    }

    @Test
    void whoseReportShowsAHomeLoanIsNotApprovedAtTheFirstHomesPrice() throws SQLException {
        String id = desk.inReview(desk.customer("张负债", ID_NUMBER));

        // The sandbox's word for this name: a card, a car, and a mortgage of 2.8 million yuan.
        caseFile(id)
                .body(HOME_COUNT + "met", equalTo(false))
                .body(HOME_COUNT + "found", equalTo("1"))
                .body(HOME_COUNT + "limit", equalTo("0"))
                .body(HOME_COUNT + "words.'zh-CN'", equalTo("名下未结清的住房贷款笔数（首套房贷款须无）"))
                .body(HOME_COUNT + "words.en", equalTo("home loans that run (none for the price of a first home)"))
                .body("assessment.openLoans.kind", contains("CREDIT_CARD", "CAR_LOAN", "MORTGAGE"))
                .body("assessment.openLoans.housing", contains(false, false, true))
                .body("assessment.openLoans[2].balance", equalTo(280_000_000))
                .body("assessment.openLoans[2].monthlyPayment", equalTo(1_650_000));
        desk.recommend(UUID.randomUUID(), id, "APPROVE").then().statusCode(200);
        desk.decide(UUID.randomUUID(), id, "{\"decision\":\"APPROVE\"}")
                .then()
                .statusCode(409)
                .body("reasons", hasItem("HOME_COUNT"));
        assertFalse(kept(id).contains("MORTGAGE"));
    }

    private String kept(String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select open_loans from assessment where application_id = ?::uuid")) {
            statement.setString(1, id);
            var row = statement.executeQuery();
            assertTrue(row.next());
            return new String(row.getBytes(1), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void aHomeLoanIsNoMatterWhereASecondHomesPriceIsAskedFor() {
        String id = desk.inReview(desk.customer("张负债", ID_NUMBER), "SECOND_HOME", content());

        caseFile(id).body(HOME_COUNT + "met", equalTo(true)).body(HOME_COUNT + "found", equalTo("1"));
    }

    @Test
    void aHomeLoanThatIsDeclaredCountsAsOneThatIsReported() {
        String declared = content()
                .replace(
                        "\"liabilities\":[]",
                        "\"liabilities\":[{\"kind\":\"HOME_LOAN\",\"balance\":1000,\"monthlyPayment\":100}]");

        caseFile(desk.inReview(desk.customer(), declared)).body(HOME_COUNT + "met", equalTo(false));
    }

    @Test
    void aLoanOfThisBankCountsBeforeTheBureauKnowsOfIt() {
        var customer = desk.customer();
        String first = desk.approved(customer);
        desk.released(customer, first, UUID.randomUUID());
        desk.tellOfLoan("anju.loan.disbursed.v1", customer, first, UUID.randomUUID(), ",\"tranche\":1");

        String second = desk.inReview(customer);

        caseFile(second).body(HOME_COUNT + "met", equalTo(false)).body(HOME_COUNT + "found", equalTo("1"));
    }

    @Test
    void whoHasNoHomeLoanHasTheFirstHomesPrice() {
        caseFile(desk.inReview(desk.customer()))
                .body(HOME_COUNT + "met", equalTo(true))
                .body("assessment.openLoans.kind", contains("CREDIT_CARD"));
    }
}
