package io.anju.repayment.wallet.http;

import static io.anju.repayment.wallet.Holder.LINKS;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.wallet.Holder;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class WalletLinkResourceTest {

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    private Bank bank;
    private Holder holder;

    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        holder = new Holder(neighbours, outside, UUID.randomUUID());
        bank.today("2026-11-22");
        bank.publishLpr("2026-10-20", "0.0350");
        holder.faults(new JsonObject());
    }

    private UUID lend() {
        return bank.lend(holder.id(), "2026-11-22", "2026-12-22", "0.0000");
    }

    @Test
    void showsTheLimitAndEverythingItWasComputedFrom() {
        // A first period of 13 months, so that no instalment is due within the twelve of its history.
        UUID loan = bank.lend(holder.id(), "2026-11-22", "2027-12-22", "0.0000");
        bank.today("2027-11-23");

        // 1,000,000.00 yuan × 5 % × 12 of 24 months, nothing counted yet: 25,000.00 yuan.
        holder.ask(loan, holder.code("wal-limit"), true)
                .then()
                .statusCode(201)
                .body("state", equalTo("REQUESTED"))
                .body("walletTail", equalTo("imit"))
                .body("limit.amount", equalTo(2_500_000))
                .body("limit.mortgageBalance", equalTo(100_000_000))
                .body("limit.historyMonths", equalTo(12))
                .body("limit.counted", equalTo(0))
                .body("limit.share", equalTo("0.05"))
                .body("limit.cap", equalTo(20_000_000));
    }

    @Test
    void isInForceOnceItsAgreementIsSealedAndTheInstitutionHearsTheLimitSigned() {
        JsonPath asked = holder.ask(lend(), holder.code("wal-agree"), false).jsonPath();
        UUID link = asked.getUUID("id");
        neighbours.awaitEvent("anju.wallet.link-requested.v1", link.toString());

        holder.tellAgreement("sealed", asked);
        holder.tellAgreement("sealed", asked);

        holder.get(LINKS + "/" + link).then().statusCode(200).body("state", equalTo("LINKED"));
        neighbours.awaitEvent("anju.wallet.linked.v1", link.toString());
        JsonPath heard = holder.awaitNotices(link, 1);
        assertEquals(List.of("LIMIT"), heard.getList("items.kind"));
        var evidence = neighbours.awaitEvent("anju.wallet.notice-delivered.v1", link.toString());
        assertEquals(
                heard.getString("items[0].sha256"),
                evidence.path("payloadSha256").asText());
    }

    @Test
    void aNoticeThatGotNoAnswerIsToldAgainAndHeardOnce() {
        JsonPath asked = holder.ask(lend(), holder.code("wal-lost"), false).jsonPath();
        holder.faults(new JsonObject().put("timeoutAfterSuccess", 2));

        holder.tellAgreement("sealed", asked);

        UUID link = asked.getUUID("id");
        neighbours.awaitEvent("anju.wallet.notice-delivered.v1", link.toString());
        assertEquals(1, holder.awaitNotices(link, 1).getList("items").size());
    }

    @Test
    void isCancelledWhenItsAgreementComesToNothingAndMakesRoomForAnother() {
        UUID loan = lend();
        JsonPath asked = holder.ask(loan, holder.code("wal-no"), false).jsonPath();

        holder.tellAgreement("ended", asked);

        holder.get(LINKS).then().body("items[0].state", equalTo("CANCELLED"));
        holder.ask(loan, holder.code("wal-yes"), false).then().statusCode(201);
        holder.get(LINKS).then().body("items", hasSize(2)).body("items[1].state", equalTo("CANCELLED"));
    }

    @Test
    void asksForAVerificationAndForAnActiveLoanOfOnesOwn() {
        UUID loan = lend();
        var body = new JsonObject().put("loan", loan.toString()).put("code", "12345678");

        bank.post(holder.id(), LINKS, body)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer error=\"insufficient_user_authentication\""));
        new Holder(neighbours, outside, UUID.randomUUID())
                .ask(loan, holder.code("wal-x"), false)
                .then()
                .statusCode(422)
                .body("code", equalTo("WALLET_LOAN_UNKNOWN"));
        holder.ask(loan, "00000000", false).then().statusCode(422).body("code", equalTo("WALLET_CODE_WRONG"));
    }

    @Test
    void aLoanHasOneWallet() {
        UUID loan = lend();
        holder.link(loan, "wal-one", false);

        holder.ask(loan, holder.code("wal-two"), false)
                .then()
                .statusCode(409)
                .body("code", equalTo("WALLET_ALREADY_LINKED"));
    }

    @Test
    void anInstalmentIsPaidByHandFromOwnFundsAndPostedToTheWalletsClearing() {
        UUID loan = lend();
        UUID link = holder.link(loan, "wal-hand-" + loan, false);
        holder.holds("wal-hand-" + loan, 500_000, 0);

        String payment =
                holder.pay(loan, link, "OWN").then().statusCode(201).extract().path("id");

        JsonPath paid = holder.awaitPayment(loan, payment, "SUCCEEDED");
        assertEquals(link, paid.getUUID("wallet"));
        bank.awaitInstalment(holder.id(), loan, 1, "PAID");
        assertEquals(449_045L, cleared(loan, "WALLET_CLEARING"));
        assertEquals(
                449_045,
                holder.get("/api/v1/loans/" + loan + "/statement").jsonPath().getInt("lines[1].paid"));
        given().get(outside.url() + "/rail/transactions?reference=" + reference(loan))
                .then()
                .statusCode(404);
        given().get(outside.url() + "/wallet/accounts/wal-hand-" + loan)
                .then()
                .body("ownFunds", equalTo(500_000 - 449_045));
        given().auth()
                .oauth2(neighbours.tokens().staff(UUID.randomUUID(), "auditor"))
                .get("/api/v1/staff/ledger/trial-balance")
                .then()
                .body("balanced", equalTo(true));
    }

    @Test
    void theCreditLinePaysNothingAndThatItWasToIsKept() {
        UUID loan = lend();
        UUID link = holder.link(loan, "wal-credit", false);

        holder.pay(loan, link, "CREDIT")
                .then()
                .statusCode(422)
                .body("code", equalTo("WALLET_CREDIT_NOT_ALLOWED"))
                .body("allowed", equalTo("OWN"));

        neighbours.awaitEvent("anju.wallet.credit-refused.v1", link.toString());
        holder.get("/api/v1/loans/" + loan + "/payments").then().body("items", hasSize(0));
    }

    @Test
    void aPaymentComesFromOnePlace() {
        UUID loan = lend();

        bank.pay(holder.id(), loan, new JsonObject().put("funds", "CREDIT"))
                .then()
                .statusCode(400);
        bank.pay(
                        holder.id(),
                        loan,
                        new JsonObject()
                                .put("card", UUID.randomUUID().toString())
                                .put("wallet", UUID.randomUUID().toString()))
                .then()
                .statusCode(400);
    }

    @Test
    void tooLittleOfOnesOwnFailsThePaymentHoweverMuchCreditThereIs() {
        UUID loan = lend();
        String wallet = "wal-poor-" + loan;
        UUID link = holder.link(loan, wallet, false);
        holder.holds(wallet, 449_044, 0);

        String payment = holder.pay(loan, link, "OWN").path("id");

        assertEquals(
                "INSUFFICIENT_FUNDS",
                holder.awaitPayment(loan, payment, "FAILED").getString("reason"));
    }

    @Test
    void aWalletNotInForcePaysNothing() {
        UUID loan = lend();
        UUID link = holder.ask(loan, holder.code("wal-early"), false).jsonPath().getUUID("id");

        holder.pay(loan, link, "OWN").then().statusCode(422).body("code", equalTo("WALLET_NOT_LINKED"));
    }

    @Test
    void theDueRunDebitsTheWalletWhereItIsChosenAndTheCardOnceItIsStopped() {
        UUID loan = lend();
        UUID card = bank.bind(holder.id(), "13800138031", "6222020000000007");
        String wallet = "wal-auto-" + loan;
        UUID link = holder.link(loan, wallet, true);
        holder.get("/api/v1/me/automatic-debits")
                .then()
                .body("items[0].wallet", equalTo(link.toString()))
                .body("items[0].card", nullValue())
                .body("items[0].stop", equalTo(LINKS + "/" + link + "/automatic"));

        bank.today("2026-12-22");
        bank.run("2026-12-22");
        bank.awaitInstalment(holder.id(), loan, 1, "PAID");
        assertEquals(449_045L, cleared(loan, "WALLET_CLEARING"));

        given().auth()
                .oauth2(neighbours.tokens().customer(holder.id()))
                .delete(LINKS + "/" + link + "/automatic")
                .then()
                .statusCode(200)
                .body("automatic", equalTo(false));
        holder.get("/api/v1/me/automatic-debits").then().body("items[0].card", equalTo(card.toString()));
        bank.publishLpr("2026-12-21", "0.0350");
        bank.today("2027-01-23");
        bank.run("2027-01-23");
        bank.awaitInstalment(holder.id(), loan, 2, "PAID");
        assertEquals(449_045L, cleared(loan, "WALLET_CLEARING"));
    }

    @Test
    void aCardCanGoWhereTheWalletPaysByItself() {
        UUID loan = lend();
        UUID card = bank.bind(holder.id(), "13800138032", "6222020000000007");
        String path = "/api/v1/cards/" + card;
        holder.link(loan, "wal-card", true);

        given().auth()
                .oauth2(neighbours.tokens().customer(holder.id()))
                .header(
                        "Verification-Token",
                        neighbours.tokens().verification(holder.id(), "repayment-service", "card.unbind", path, ""))
                .delete(path)
                .then()
                .statusCode(204);
    }

    private Object reference(UUID loan) {
        return Objects.requireNonNull(transactions
                .run(tx -> tx.select(
                        "select reference from rail_order where loan_id = $1 and kind = 'WALLET_DEBIT'", loan))
                .await()
                .indefinitely()
                .getFirst()[0]);
    }

    private Object cleared(UUID loan, String code) {
        return Objects.requireNonNull(transactions
                .run(tx -> tx.select(
                        "select coalesce(sum(e.amount), 0)::bigint from entry e join account a on a.id = e.account_id"
                                + " join transfer t on t.id = e.transfer_id where t.loan_id = $1 and a.code = $2",
                        loan,
                        code))
                .await()
                .indefinitely()
                .getFirst()[0]);
    }
}
