package io.anju.repayment.loan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Repaying early what is not repaid by equal monthly parts. 10,000.00 yuan at 3.5 % over six months from 22 November 2026;
 * on 1 December 2,000.00 of it are to be repaid, and 9 days of interest with them: 8.75.
 */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class PrepaidMethodsTest {

    private static final String START = "2026-11-22";

    Neighbours neighbours;
    Outside outside;

    private final UUID borrower = UUID.randomUUID();
    private Bank bank;

    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        bank.today(START);
    }

    @Test
    void monthsOfInterestAloneStayAndTheInstalmentsAfterThemAreSmaller() {
        // 21 days on 8,000.00, then a twelfth of 3.5 %, and four instalments by the formula, the last with the residue.
        quotes("INTEREST_ONLY_THEN_EQUAL_INSTALMENT", 2, "MONTHLY", "2026-12-22")
                .body("quotes.find { it.option == 'SMALLER_INSTALMENT' }.interest", equalTo(875))
                .body("quotes.find { it.option == 'SMALLER_INSTALMENT' }.outlook.instalments", equalTo(6))
                .body("quotes.find { it.option == 'SMALLER_INSTALMENT' }.outlook.nextInstalment", equalTo(1_633))
                .body("quotes.find { it.option == 'SMALLER_INSTALMENT' }.outlook.levelInstalment", equalTo(2_333))
                .body("quotes.find { it.option == 'SMALLER_INSTALMENT' }.outlook.lastInstalment", equalTo(201_462));
    }

    /** There is no instalment of principal that could come sooner. */
    @Test
    void aBulletIsNotShortened() {
        quotes("BULLET", 0, "MONTHLY", "2026-12-22")
                .body("quotes.option", contains("SMALLER_INSTALMENT"))
                .body("quotes[0].outlook.lastInstalment", equalTo(802_333));
    }

    @Test
    void aFortnightIsSplitByItsDays() {
        quotes("EQUAL_INSTALMENT", 0, "FORTNIGHTLY", "2026-12-06")
                .body("quotes.find { it.option == 'SMALLER_INSTALMENT' }.interest", equalTo(875))
                .body("quotes.find { it.option == 'SMALLER_INSTALMENT' }.outlook.instalments", equalTo(13))
                .body("quotes.find { it.option == 'SMALLER_INSTALMENT' }.outlook.nextInstalment", equalTo(61_426))
                .body("quotes.find { it.option == 'SMALLER_INSTALMENT' }.outlook.levelInstalment", equalTo(62_126));
    }

    private ValidatableResponse quotes(String method, int interestOnlyMonths, String frequency, String firstDue) {
        JsonObject tranche = Bank.tranche(1_000_000, 6, method, "0.0000")
                .put("rateBasis", "FIXED")
                .put("interestOnlyMonths", interestOnlyMonths)
                .put("conditions", new JsonObject("""
                        {"conventions":{"frequency":"%s","firstPeriod":"ACTUAL_DAYS","splitPeriod":"ACTUAL_DAYS","dayCount":"ACT_360"},
                         "late":{"multiplier":"1.5","graceDays":3,"dayCount":"ACT_360","compound":true,"holidays":"GRACE_MOVES"},
                         "prepayment":{"minimum":100000,"compensationMonths":0,"compensationShare":"0"},
                         "partCollection":true}
                        """.formatted(frequency)));
        UUID loan = bank.order(borrower, START, firstDue, List.of(tranche)).getFirst();
        bank.awaitPayout(borrower, loan);
        bank.today("2026-12-01");
        return bank.post(
                        borrower,
                        "/api/v1/loans/" + loan + "/prepayment-quotes",
                        new JsonObject().put("amount", 200_000).put("date", "2026-12-01"))
                .then()
                .statusCode(201);
    }
}
