package io.anju.repayment.wallet;

import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.Posting;
import io.anju.repayment.ledger.model.SuspensePostings;
import io.anju.repayment.ledger.model.Transfer;
import io.anju.repayment.rail.Breaks;
import io.anju.repayment.rail.GivingBack;
import io.anju.repayment.rail.RailOrders;
import io.anju.repayment.rail.RailOutcomeHandler;
import io.anju.repayment.rail.model.Break;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.Purpose;
import io.anju.repayment.rail.model.RailOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Gives back what the wallet's institution took from the credit line: an instalment is never paid from consumer credit.
 *
 * <p>In the transaction that concludes the payment as failed, the money is posted as owed back and its return is ordered;
 * the order is carried, asked after and concluded like any other, so that it goes back once whoever dies in between. The
 * institution's word that it is back takes it out of the books. One that it refuses is a break, and stays owed until two
 * people order it again.
 */
@ApplicationScoped
class CreditReturns implements GivingBack, RailOutcomeHandler {

    private final RailOrders orders;
    private final Breaks breaks;
    private final Ledger ledger;
    private final CreditNews news;
    private final BusinessClock clock;
    private final Ids ids;

    CreditReturns(RailOrders orders, Breaks breaks, Ledger ledger, CreditNews news, BusinessClock clock, Ids ids) {
        this.orders = orders;
        this.breaks = breaks;
        this.ledger = ledger;
        this.news = news;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Purpose purpose() {
        return Purpose.CREDIT_RETURN;
    }

    @Override
    public Uni<Void> giveBack(Tx tx, RailOrder.Failed taken) {
        Instruction order = taken.instruction();
        return post(tx, SuspensePostings.creditTaken(ids.next(), order.reference(), clock.today(), order.amount()))
                .flatMap(posted -> place(tx, "return:" + order.reference(), order.reference(), order))
                .flatMap(placed -> news.taken(tx, taken));
    }

    @Override
    public Uni<Boolean> giveBackAgain(Tx tx, String refusedReference) {
        return orders.listForUpdate(tx, List.of(refusedReference))
                .flatMap(found -> found.stream()
                        .map(RailOrder::instruction)
                        .filter(order -> order.purpose() == Purpose.CREDIT_RETURN)
                        .findFirst()
                        .map(refused -> giveBackAgain(tx, refused))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    /** Only when every order before has failed, so that the money goes back once. */
    private Uni<Boolean> giveBackAgain(Tx tx, Instruction refused) {
        return orders.listOfSubjectForUpdate(tx, refused)
                .flatMap(all -> all.stream().allMatch(RailOrder.Failed.class::isInstance)
                        ? place(
                                tx,
                                "return:%s:%d".formatted(refused.subject(), all.size() + 1),
                                refused.subject(),
                                refused)
                        : Uni.createFrom().item(false));
    }

    /** Orders that a payment's money goes back; false when that is ordered already. */
    private Uni<Boolean> place(Tx tx, String reference, String payment, Instruction like) {
        var back = new Instruction(
                reference,
                Instruction.Kind.WALLET_RETURN,
                Purpose.CREDIT_RETURN,
                like.loanId(),
                payment,
                like.account(),
                like.amount(),
                clock.today());
        return orders.place(tx, List.of(back), clock.now()).map(placed -> !placed.isEmpty());
    }

    @Override
    public Uni<Void> succeeded(Tx tx, RailOrder.Succeeded order) {
        Instruction back = order.instruction();
        return post(tx, SuspensePostings.creditReturned(ids.next(), back.reference(), clock.today(), back.amount()))
                .flatMap(posted -> news.returned(tx, order));
    }

    @Override
    public Uni<Void> failed(Tx tx, Instruction back, String reason) {
        return breaks.record(
                tx,
                List.of(new Break(
                        Break.Kind.STATUS_DIFFERS, back.reference(), "RETURN " + back.amount(), "FAILED " + reason)));
    }

    private Uni<Void> post(Tx tx, Transfer transfer) {
        return ledger.post(tx, transfer).map(Posting::expected).replaceWithVoid();
    }
}
