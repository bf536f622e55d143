package io.anju.repayment.erasure;

import static org.hamcrest.Matchers.hasSize;
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
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left here of a customer whom identity-service has erased. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class ErasedCustomerTest {

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    private final UUID customer = UUID.randomUUID();
    private Bank bank;

    @BeforeEach
    void cardIsBound() {
        bank = new Bank(neighbours, outside);
        bank.today("2026-11-22");
        bank.bind(customer, "13800138029", "6222020000000007");
    }

    private void tell(String type, JsonObject data) {
        bank.tell("identity-service", type, customer.toString(), data.put("customerId", customer.toString()));
    }

    private void ended(String item) {
        tell("anju.customer.retention-ended.v1", new JsonObject().put("item", item));
    }

    private String card() {
        return transactions
                .run(tx -> tx.select(
                        "select concat_ws(' ', state, token, last4, bank, preferred) from card where customer_id = $1",
                        customer))
                .map(rows -> String.valueOf(rows.getFirst()[0]))
                .await()
                .indefinitely();
    }

    @Test
    void aCardIsUnboundAndCannotBeDebitedButAStatementStillNamesIt() {
        String before = card();

        tell("anju.customer.erased.v1", new JsonObject());
        tell("anju.customer.erased.v1", new JsonObject());

        String bankOfCard = before.split(" ")[3];
        assertEquals("UNBOUND  0007 " + bankOfCard + " f", card());
        bank.get(customer, "/api/v1/cards").then().body("items", hasSize(0));
    }

    @Test
    void aCardIsNamelessOnceNoLawKeepsThePayments() {
        tell("anju.customer.erased.v1", new JsonObject());
        ended("CONTRACTS");
        assertEquals("0007", card().split(" ")[2]);

        ended("TRANSACTIONS");

        assertEquals("UNBOUND  0000  f", card());
    }

    @Test
    void walletsOrdersAndWordsAreForgottenWithThePayments() {
        UUID loan = bank.firstLoan(customer);
        new Holder(neighbours, outside, customer).link(loan, "wal-erased", false);
        transactions
                .run(tx -> tx.update(
                        "insert into rate_request (id, loan_id, customer_id, ask, ask_value, reason, unmet, asked_at, state)"
                                + " values (gen_random_uuid(), $1, $2, 'CYCLE', '3', 'my mother is ill', '{X}', now(),"
                                + " 'WAITING')",
                        loan,
                        customer))
                .await()
                .indefinitely();
        tell("anju.customer.erased.v1", new JsonObject());
        assertEquals("wal-erased ased escrow-1 my mother is ill", kept(loan));

        ended("TRANSACTIONS");
        ended("TRANSACTIONS");

        assertEquals("- -  -", kept(loan));
    }

    private String kept(UUID loan) {
        return transactions
                .run(tx -> tx.select(
                        "select concat_ws(' ', w.wallet, w.tail, o.account, r.reason) from wallet_link w"
                                + " join rail_order o on o.loan_id = w.loan_id join rate_request r on r.loan_id = w.loan_id"
                                + " where w.loan_id = $1",
                        loan))
                .map(rows -> String.valueOf(rows.getFirst()[0]))
                .await()
                .indefinitely();
    }
}
