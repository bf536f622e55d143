package io.anju.repayment.duerun;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A run that comes days after the due date: its lateness is the bank's, and nobody pays for it. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class LateRunTest {

    Neighbours neighbours;
    Outside outside;

    @Test
    void whatItBillsIsLateFromThatDayOnAndNotBefore() {
        var bank = new Bank(neighbours, outside);
        UUID borrower = UUID.randomUUID();
        UUID loan = bank.firstLoan(borrower);

        // Due on the 22nd; the borrower has no card.
        bank.today("2026-12-26");
        bank.run("2026-12-26");
        assertEquals(449_045, first(bank, borrower, loan).getLong("owed"));

        bank.today("2026-12-29");
        bank.run("2026-12-29");
        assertEquals(449_045, first(bank, borrower, loan).getLong("owed"));
        bank.today("2026-12-30");
        bank.run("2026-12-30");
        // Four days at one and a half times 3.5 % of 360: 0.92 on 1,573.78 and 1.70 on 2,916.67.
        assertEquals(449_045 + 92 + 170, first(bank, borrower, loan).getLong("owed"));
    }

    private static JsonPath first(Bank bank, UUID borrower, UUID loan) {
        return bank.get(borrower, "/api/v1/loans/" + loan + "/instalments")
                .jsonPath()
                .setRootPath("items[0]");
    }
}
