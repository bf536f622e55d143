package io.anju.repayment.reversal.http;

import static io.anju.repayment.reversal.http.ReversalDesk.path;

import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Two borrowers have the same two tranches, whose first instalment is paid. */
abstract class TwoBorrowersTestBase extends AlikeTestBase {

    UUID tranche;

    @BeforeEach
    void twoBorrowersAlike() {
        open("0.0340");
        List<UUID> mine = bank.order(borrower, "2026-11-22", "2026-12-22", "0.0000", 2);
        List<UUID> theirs = bank.order(other, "2026-11-22", "2026-12-22", "0.0000", 2);
        loan = mine.getFirst();
        tranche = mine.getLast();
        twin = theirs.getFirst();
        mine.forEach(id -> bank.awaitPayout(borrower, id));
        theirs.forEach(id -> bank.awaitPayout(other, id));
        bank.today("2026-12-22");
        bank.run("2026-12-22");
        mine.forEach(id -> desk.pay(id, INSTALMENT));
        theirs.forEach(id -> desk.pay(id, INSTALMENT));
        bank.today("2026-12-28");
    }

    String payment(UUID which, UUID who) {
        JsonPath statement = bank.get(who, path(which) + "/statement").jsonPath();
        List<String> kinds = statement.getList("lines.kind");
        return statement.getString("lines[" + kinds.lastIndexOf("INSTALMENT") + "].transfer");
    }

    /** By a card that is bound for that alone: nothing else is debited by itself. */
    String prepay(UUID which, JsonObject ask) {
        UUID card = bank.bind(borrower);
        String transfer = desk.prepay(borrower, which, ask);
        bank.unbind(borrower, card, true).statusCode(204);
        return transfer;
    }

    long instalment(UUID who, UUID which, int number, String field) {
        return bank.get(who, path(which) + "/instalments").jsonPath().getLong("items[" + (number - 1) + "]." + field);
    }
}
