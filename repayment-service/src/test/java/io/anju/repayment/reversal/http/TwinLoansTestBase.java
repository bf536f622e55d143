package io.anju.repayment.reversal.http;

import static io.anju.repayment.reversal.http.ReversalDesk.path;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Two loans alike live side by side: a payment of the one is taken back, and then they are alike again. */
abstract class TwinLoansTestBase extends AlikeTestBase {

    @BeforeEach
    void twoLoansAlike() {
        open("0.0350");
        loan = bank.lend(borrower, "2026-11-22", "2026-12-22", "0.0000");
        twin = bank.lend(other, "2026-11-22", "2026-12-22", "0.0000");
        bank.today("2026-12-22");
        bank.run("2026-12-22");
    }

    void takeBack(String payment) {
        takeBack(payment, "RETURNED");
    }

    void takeBack(String payment, String cause) {
        desk.takeBack(loan, payment, cause);
    }

    ValidatableResponse propose(String payment, String cause) {
        return desk.propose(loan, payment, cause);
    }

    ValidatableResponse decide(String reversal, UUID by, boolean approved) {
        return desk.decide(loan, reversal, by, approved);
    }

    String instalment(UUID who, UUID which, String field) {
        return bank.get(who, path(which) + "/instalments").jsonPath().getString("items[0]." + field);
    }
}
