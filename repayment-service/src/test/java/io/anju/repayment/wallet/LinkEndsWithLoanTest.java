package io.anju.repayment.wallet;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.PrepaymentOption;
import io.anju.kernel.schedule.ScheduleRefusal;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.collection.LoanEnding;
import io.anju.repayment.journey.AtOnce;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A wallet is linked to a mortgage; once the mortgage is repaid, there is no link, however far a closing had come. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class LinkEndsWithLoanTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    Loans loans;

    @Inject
    LoanEnding loanEnding;

    @Inject
    LinkEnding linkEnding;

    @Inject
    UndoWindows windows;

    private Holder holder;
    private UUID loan;

    @BeforeEach
    void lend() {
        var bank = new Bank(neighbours, outside);
        holder = new Holder(neighbours, outside, UUID.randomUUID());
        holder.faults(new JsonObject());
        loan = bank.firstLoan(holder.id());
    }

    @Test
    void theInstitutionAndTheHolderAreToldThatItIsClosed() {
        UUID link = holder.link(loan, "wal-" + loan, true);

        repay();

        state(link, "UNLINKED");
        assertEquals(List.of("LIMIT", "CLOSED"), holder.awaitNotices(link, 2).getList("items.kind"));
        var told = neighbours.awaitEvent("anju.wallet.unlinked.v1", link.toString());
        assertTrue(told.path("nextDueDate").isNull(), told.toString());
        assertEquals(0L, granted());
    }

    @Test
    void aClosingIsOvertakenWhereverItStands() {
        UUID link = holder.link(loan, "wal-" + loan, true);
        Closer closer = closer(link);
        closer.settled();

        repay();

        state(link, "UNLINKED");
        holder.get(closer.path("/unlinking"))
                .then()
                .body("state", equalTo("OVERTAKEN"))
                .body("next", nullValue())
                .body("undo", nullValue());
        closer.post("/unlinking/undo")
                .then()
                .statusCode(409)
                .body("code", equalTo("WALLET_UNLINKING_OUT_OF_TURN"))
                .body("step", equalTo("OVERTAKEN"));
    }

    @Test
    void aConfirmedClosingIsNotUndoneAnyMore() {
        UUID link = holder.link(loan, "wal-" + loan, true);
        Closer closer = closer(link);
        closer.settled();
        closer.confirm(closer.etag()).then().statusCode(200);

        repay();

        state(link, "UNLINKED");
        closer.post("/unlinking/undo").then().statusCode(409);
        assertEquals(
                List.of("LIMIT", "CLOSING_REQUESTED", "CLOSED"),
                holder.awaitNotices(link, 3).getList("items.kind"));
    }

    @Test
    void aLinkThatWaitsForItsAgreementDoesNotComeToBe() {
        JsonPath asked = holder.ask(loan, holder.code("wal-" + loan), true)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        UUID link = asked.getUUID("id");

        repay();

        state(link, "CANCELLED");
        neighbours.awaitEvent("anju.wallet.link-cancelled.v1", link.toString());
        holder.tellAgreement("sealed", asked);
        state(link, "CANCELLED");
        assertEquals(List.of("CLOSED"), holder.awaitNotices(link, 1).getList("items.kind"));
    }

    /** Somebody is at the link in the very moment in which the loan ends: neither waits for the other in a circle. */
    @Test
    void anAgreementSealedAfterTheLoanHasEndedLinksNothing() {
        JsonPath asked = holder.ask(loan, holder.code("wal-" + loan), true)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        UUID link = asked.getUUID("id");
        repayWhileSomebodyHolds(link);
        state(link, "REQUESTED");

        holder.tellAgreement("sealed", asked);

        state(link, "CANCELLED");
        assertEquals(List.of("CLOSED"), holder.awaitNotices(link, 1).getList("items.kind"));
    }

    @Test
    void aLinkThatWasHeldWhenItsLoanEndedIsEndedByTheNextRound() {
        UUID link = holder.link(loan, "wal-" + loan, true);
        repayWhileSomebodyHolds(link);
        state(link, "LINKED");

        while (linkEnding.endNext().await().indefinitely()) {
            continue;
        }

        state(link, "UNLINKED");
        assertEquals(List.of("LIMIT", "CLOSED"), holder.awaitNotices(link, 2).getList("items.kind"));
    }

    private Closer closer(UUID link) {
        return new Closer(holder, link, windows, transactions);
    }

    private void state(UUID link, String state) {
        holder.get(Holder.LINKS + "/" + link).then().body("state", equalTo(state));
    }

    private long granted() {
        return (Long) transactions
                .run(tx -> tx.select(
                        "select coalesce(sum(limit_fen), 0)::bigint from wallet_link where customer_id = $1"
                                + " and state in ('ASKED', 'REQUESTED', 'LINKED', 'CLOSING')",
                        holder.id()))
                .await()
                .indefinitely()
                .getFirst()[0];
    }

    private void repay() {
        transactions.run(this::end).await().indefinitely();
    }

    private void repayWhileSomebodyHolds(UUID link) {
        AtOnce.of(
                transactions,
                tx -> tx.select("select id from wallet_link where id = $1 for update", link),
                () -> transactions.run(this::end).subscribeAsCompletionStage());
    }

    private Uni<Void> end(Tx tx) {
        return loans.findForUpdate(tx, loan).map(Optional::orElseThrow).flatMap(stored -> end(tx, stored));
    }

    private Uni<Void> end(Tx tx, StoredLoan<Loan> stored) {
        var active = (Loan.Active) stored.loan();
        LoanPosition position = active.position();
        return switch (position.prepaidOn(DAY, position.state().outstanding(), PrepaymentOption.SMALLER_INSTALMENT)) {
            case Result.Ok<LoanPosition.Prepayment, ScheduleRefusal>(LoanPosition.Prepayment all) ->
                loanEnding.save(tx, stored, active.prepaid(all.after()), List.of(), List.of(), DAY);
            case Result.Refused<LoanPosition.Prepayment, ScheduleRefusal>(ScheduleRefusal refusal) ->
                throw new AssertionError(refusal);
        };
    }
}
