package io.anju.repayment.debit.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A loan that a card pays by itself, until its borrower stops that. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class DebitSwitchResourceTest {

    private static final String DEBITS = "/api/v1/me/automatic-debits";

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    private final UUID customer = UUID.randomUUID();
    private Bank bank;
    private UUID loan;
    private String path;

    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        loan = bank.firstLoan(customer);
        path = "/api/v1/loans/" + loan + "/automatic-debit";
    }

    @Test
    void isOnUntilItsBorrowerStopsItAndOnAgainAfterwards() {
        UUID card = bank.bind(customer, "13800138093", "6222023405000093");
        bank.get(customer, path)
                .then()
                .statusCode(200)
                .body("automatic", equalTo(true))
                .body("changedAt", nullValue());
        bank.get(customer, DEBITS)
                .then()
                .body("items[0].state", equalTo("ON"))
                .body("items[0].automatic", equalTo(path))
                .body("items[0].stop", equalTo("/api/v1/cards/" + card));

        bank.stopDebit(customer, loan, true).then().statusCode(200).body("automatic", equalTo(false));
        bank.get(customer, path).then().body("automatic", equalTo(false)).body("changedAt", notNullValue());
        bank.get(customer, DEBITS)
                .then()
                .body("items[0].state", equalTo("STOPPED"))
                .body("items[0].amount", equalTo(449_045))
                .body("items[0].card", nullValue())
                .body("items[0].stop", nullValue())
                .body("items[0].automatic", equalTo(path));
        neighbours.awaitEvent("anju.loan.automatic-debit-stopped.v1", loan.toString());

        bank.startDebit(customer, loan, "*").then().statusCode(200).body("automatic", equalTo(true));
        bank.get(customer, DEBITS)
                .then()
                .body("items[0].state", equalTo("ON"))
                .body("items[0].card", equalTo(card.toString()));
        neighbours.awaitEvent("anju.loan.automatic-debit-started.v1", loan.toString());
    }

    @Test
    void warnsBeforeTheLoanIsLeftWithoutAWayToPay() {
        bank.bind(customer, "13800138093", "6222023405000093");

        bank.stopDebit(customer, loan, false)
                .then()
                .statusCode(409)
                .body("code", equalTo("AUTOMATIC_DEBIT_IS_WAY_TO_PAY"));

        bank.get(customer, path).then().body("automatic", equalTo(true));
    }

    @Test
    void warnsNobodyWhomNothingPaysForByItself() {
        bank.get(customer, DEBITS).then().body("items[0].state", equalTo("NOTHING_TO_DEBIT"));

        bank.stopDebit(customer, loan, false).then().statusCode(200).body("automatic", equalTo(false));
    }

    @Test
    void theSameAgainChangesNothingAndTellsNobody() {
        String tag = bank.stopDebit(customer, loan, true).getHeader("ETag");
        assertEquals(tag, bank.stopDebit(customer, loan, false).getHeader("ETag"));

        String started = bank.startDebit(customer, loan, "*").getHeader("ETag");
        assertEquals(started, bank.startDebit(customer, loan, "*").getHeader("ETag"));
        assertEquals(
                2L,
                count(
                        "select count(*) from outbox_event where subject = $1 and type like 'anju.loan.automatic-debit-%'"));
    }

    @Test
    void refusesToTurnItOnAVersionThatIsStale() {
        String tag = bank.stopDebit(customer, loan, true).getHeader("ETag");
        bank.startDebit(customer, loan, tag).then().statusCode(200);

        bank.stopDebit(customer, loan, true, tag).then().statusCode(412).body("code", equalTo("STALE_VERSION"));
        bank.get(customer, path).then().body("automatic", equalTo(true));
    }

    @Test
    void isNotTurnedOnceNothingIsOwedAnyMore() {
        bank.bind(customer);
        String loanPath = "/api/v1/loans/" + loan;
        String quote = bank.post(customer, loanPath + "/prepayment-quotes", new JsonObject().put("full", true))
                .then()
                .statusCode(201)
                .extract()
                .path("quotes[0].id");
        bank.postVerified(
                        customer,
                        "repayment.prepay",
                        loanPath,
                        loanPath + "/prepayments",
                        new JsonObject().put("quote", quote))
                .then()
                .statusCode(201);
        Awaitility.await("the settlement")
                .until(() -> bank.get(customer, loanPath).path("state"), "SETTLED"::equals);

        bank.stopDebit(customer, loan, true)
                .then()
                .statusCode(409)
                .body("code", equalTo("LOAN_NOT_ACTIVE"))
                .body("loan", equalTo(loan.toString()));
        bank.startDebit(customer, loan, "*").then().statusCode(409).body("code", equalTo("LOAN_NOT_ACTIVE"));
        bank.get(customer, path).then().body("automatic", equalTo(true)).body("changedAt", nullValue());
    }

    @Test
    void takesAVerificationOfItsOwn() {
        given().auth()
                .oauth2(neighbours.tokens().customer(customer))
                .queryParam("acknowledged", true)
                .delete(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("act=\"debit.stop\""));

        bank.get(customer, path).then().body("automatic", equalTo(true));
    }

    @Test
    void somebodyElsesLoanIsNotThere() {
        UUID stranger = UUID.randomUUID();

        bank.get(stranger, path).then().statusCode(404);
        bank.stopDebit(stranger, loan, true).then().statusCode(404);
        bank.startDebit(stranger, loan, "*").then().statusCode(404);

        bank.get(customer, path).then().body("automatic", equalTo(true)).body("changedAt", nullValue());
    }

    private Object count(String sql) {
        return transactions
                .run(tx -> tx.select(sql, loan.toString()))
                .await()
                .indefinitely()
                .getFirst()[0];
    }
}
