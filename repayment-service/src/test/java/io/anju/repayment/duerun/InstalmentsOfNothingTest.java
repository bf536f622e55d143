package io.anju.repayment.duerun;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.journey.StoredLoans;
import io.anju.repayment.loan.Loans;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A loan of a few fen, whose interest is less than half a fen a month: it neither stops a run nor is it debited. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class InstalmentsOfNothingTest {

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    Loans loans;

    @Test
    void arePaidByBeingBilledAndTheLoanBesideThemIsDebited() {
        var bank = new Bank(neighbours, outside);
        var kept = new StoredLoans(transactions, loans);
        UUID borrower = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        UUID whole = bank.firstLoan(other);
        UUID tiny = bank.order(borrower, "2026-11-22", "2026-12-22", List.of(Bank.tranche(52, 3, "BULLET", "0.0000")))
                .getFirst();
        bank.awaitPayout(borrower, tiny);
        bank.bind(borrower, "13800138001", "6222020000000007");
        bank.bind(other, "13800138002", "6222020000000007");

        bank.today("2026-12-22");
        bank.run("2026-12-22");
        bank.awaitInstalment(borrower, tiny, 1, "PAID");
        bank.awaitInstalment(other, whole, 1, "PAID");
        bank.pay(borrower, tiny, new JsonObject())
                .then()
                .statusCode(409)
                .body("code", equalTo("INSTALMENT_OWES_NOTHING"));

        bank.publish("LPR_5Y", "2026-12-21", "0.0350");
        bank.publish("LPR_1Y", "2026-12-21", "0.0300");
        bank.today("2027-02-22");
        bank.run("2027-02-22");
        bank.awaitInstalment(borrower, tiny, 2, "PAID");
        Awaitility.await("the settlement")
                .until(
                        () -> bank.get(borrower, "/api/v1/loans/" + tiny)
                                .jsonPath()
                                .getString("state"),
                        "SETTLED"::equals);
        kept.assertReplays(tiny);
        assertEquals(
                52,
                bank.get(borrower, "/api/v1/loans/" + tiny + "/instalments")
                        .jsonPath()
                        .getInt("items[2].amount"));
    }
}
