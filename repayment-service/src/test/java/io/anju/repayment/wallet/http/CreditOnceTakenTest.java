package io.anju.repayment.wallet.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.wallet.Holder;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A wallet that took credit once is not debited by itself again, until its holder says so. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class CreditOnceTakenTest {

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    private Bank bank;
    private Holder holder;
    private UUID loan;

    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        holder = new Holder(neighbours, outside, UUID.randomUUID());
        loan = bank.firstLoan(holder.id());
    }

    @Test
    void theCardPaysFromThenOn() {
        UUID card = bank.bind(holder.id(), "13800138051", "6222020000000510");
        UUID link = holder.link(loan, "wal-oncredit-card", true);

        JsonNode told = debitOn("2026-12-22");

        assertTrue(told.path("automaticStopped").asBoolean());
        assertTrue(told.path("cardBound").asBoolean());
        holder.get("/api/v1/wallet-links/" + link).then().body("automatic", equalTo(false));
        holder.get("/api/v1/me/automatic-debits").then().body("items[0].card", equalTo(card.toString()));
        bank.today("2026-12-23");
        bank.run("2026-12-23");
        bank.awaitInstalment(holder.id(), loan, 1, "PAID");
        assertEquals(List.of("WALLET_DEBIT", "DEBIT"), debits());
    }

    @Test
    void withoutACardNothingPaysByItselfUntilTheHolderStartsTheWalletAgain() {
        UUID link = holder.link(loan, "wal-oncredit-cardless", true);

        JsonNode told = debitOn("2026-12-22");

        assertTrue(told.path("automaticStopped").asBoolean());
        assertFalse(told.path("cardBound").asBoolean());
        holder.get("/api/v1/me/automatic-debits").then().body("items[0].stop", nullValue());
        bank.today("2026-12-23");
        bank.run("2026-12-23");
        assertEquals(List.of("WALLET_DEBIT"), debits());

        RestAssured.given()
                .auth()
                .oauth2(neighbours.tokens().customer(holder.id()))
                .put("/api/v1/wallet-links/" + link + "/automatic")
                .then()
                .statusCode(200)
                .body("automatic", equalTo(true));
        bank.today("2026-12-24");
        bank.run("2026-12-24");
        assertEquals(List.of("WALLET_DEBIT", "WALLET_DEBIT"), debits());
    }

    @Test
    void aWalletThatWasPaidFromByHandIsNotSaidToHaveStopped() {
        UUID link = holder.link(loan, "wal-oncredit-hand", false);

        holder.pay(loan, link, "OWN").then().statusCode(201);

        var told = neighbours.awaitEvent("anju.wallet.credit-taken.v1", loan.toString());
        assertFalse(told.path("automaticStopped").asBoolean());
    }

    /** The due run debits the wallet, which takes credit; answers with what is told of it. */
    private JsonNode debitOn(String date) {
        bank.today(date);
        bank.run(date);
        return neighbours.awaitEvent("anju.wallet.credit-taken.v1", loan.toString());
    }

    private List<Object> debits() {
        return transactions
                .run(tx -> tx.select(
                        "select kind from rail_order where loan_id = $1 and purpose = 'INSTALMENT' order by placed_at",
                        loan))
                .await()
                .indefinitely()
                .stream()
                .map(row -> row[0])
                .toList();
    }
}
