package io.anju.repayment.reconciliation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.rail.Breaks;
import io.anju.repayment.rail.RailOrders;
import io.anju.repayment.rail.model.Break;
import io.anju.repayment.wallet.Holder;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A payment that the wallet's institution never took: nothing else is paid until two people end it. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class WalletOrderNotDoneTest {

    private static final LocalDate DATE = LocalDate.of(2044, 1, 1);

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    ReconciliationWorker worker;

    @Inject
    RailOrders orders;

    @Inject
    Breaks breaks;

    @Test
    void endsAsFailedOnceBothFilesAreThereWithoutIt() {
        var bank = new Bank(neighbours, outside);
        var holder = new Holder(neighbours, outside, UUID.randomUUID());
        bank.today(DATE.toString());
        holder.faults(new JsonObject());
        UUID loan = bank.lend(holder.id(), DATE.toString(), DATE.plusMonths(1).toString(), "0.0000");
        UUID link = holder.link(loan, "wal-deaf", false);
        neighbours.awaitEvent("anju.wallet.notice-delivered.v1", link.toString());
        holder.faults(new JsonObject().put("refuseNext", 1_000));
        holder.pay(loan, link, "OWN").then().statusCode(201);
        String found = parked(loan);
        holder.pay(loan, link, "OWN").then().statusCode(409).body("code", equalTo("PAYMENT_UNDER_WAY"));

        reconcile(bank, DATE);
        act(RailDay.COLLEAGUE, found, "assignment", new JsonObject().put("owner", RailDay.OWNER.toString()))
                .statusCode(200);
        propose(found).statusCode(422).body("code", equalTo("BREAK_REMEDY_NOT_FITTING"));
        reconcile(bank, DATE.plusDays(1));
        propose(found).statusCode(200);
        act(RailDay.COLLEAGUE, found, "approval", new JsonObject().put("remedy", "NOT_DONE"))
                .statusCode(200)
                .body("state", equalTo("RESOLVED"));

        assertEquals(
                "FAILED", select("select state from rail_order where loan_id = $1 and kind = 'WALLET_DEBIT'", loan));
        holder.faults(new JsonObject());
        String again =
                holder.pay(loan, link, "OWN").then().statusCode(201).extract().path("id");
        holder.awaitPayment(loan, again, "SUCCEEDED");
    }

    /** As the courier does when it has tried often enough; answers with the break. */
    private String parked(UUID loan) {
        String reference =
                (String) select("select reference from rail_order where loan_id = $1 and kind = 'WALLET_DEBIT'", loan);
        transactions
                .run(tx -> orders.park(tx, List.of(reference), DATE)
                        .flatMap(parked -> orders.listForUpdate(tx, List.of(reference)))
                        .flatMap(order -> breaks.record(tx, List.of(Break.unanswered(order.getFirst(), "no outcome")))))
                .await()
                .indefinitely();
        return (String) select(
                "select b.id::text from rail_break b join rail_order o using (reference) where o.loan_id = $1", loan);
    }

    private void reconcile(Bank bank, LocalDate date) {
        bank.today(date.plusDays(1).toString());
        String body = new JsonObject()
                .put("date", date.toString())
                .put("source", "WALLET")
                .encode();
        Awaitility.await()
                .until(
                        () -> staff(RailDay.OWNER)
                                .body(body)
                                .post("/api/v1/staff/reconciliations")
                                .statusCode(),
                        status -> status == 201);
        worker.drain().await().indefinitely();
    }

    private ValidatableResponse propose(String found) {
        var proposal = new JsonObject().put("remedy", "NOT_DONE").put("reason", "asked the institution, case 7");
        return act(RailDay.OWNER, found, "resolution", proposal);
    }

    private ValidatableResponse act(UUID by, String found, String what, JsonObject body) {
        String path = "/api/v1/staff/breaks/" + found;
        return staff(by)
                .header(
                        "Verification-Token",
                        neighbours
                                .tokens()
                                .verification(by, "repayment-service", "ledger.correct", path, body.encode()))
                .body(body.encode())
                .post(path + "/" + what)
                .then();
    }

    private Object select(String sql, UUID loan) {
        return transactions
                .run(tx -> tx.select(sql, loan))
                .await()
                .indefinitely()
                .getFirst()[0];
    }

    private RequestSpecification staff(UUID who) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(who, "loan-officer"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON);
    }
}
