package io.anju.repayment.wallet;

import io.anju.kernel.result.Result;
import io.anju.kit.event.DomainEvent;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.LedgerRefusal;
import io.anju.repayment.ledger.model.Posting;
import io.anju.repayment.ledger.model.SuspensePostings;
import io.anju.repayment.ledger.model.Transfer;
import io.anju.repayment.loan.Loans;
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
import java.util.UUID;
import java.util.function.Function;

/**
 * Gives back what the wallet's institution took from the credit line: an instalment is never paid from consumer credit.
 *
 * <p>In the transaction that concludes the payment as failed, the money is posted as owed back and its return is ordered;
 * the order is carried, asked after and concluded like any other, so that it goes back once whoever dies in between. The
 * institution's word that it is back takes it out of the books. One that it refuses is a break, and stays owed.
 */
@ApplicationScoped
class CreditReturns implements GivingBack, RailOutcomeHandler {

    private final RailOrders orders;
    private final Breaks breaks;
    private final Loans loans;
    private final Ledger ledger;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final Ids ids;

    CreditReturns(
            RailOrders orders, Breaks breaks, Loans loans, Ledger ledger, Outbox outbox, BusinessClock clock, Ids ids) {
        this.orders = orders;
        this.breaks = breaks;
        this.loans = loans;
        this.ledger = ledger;
        this.outbox = outbox;
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
        var back = new Instruction(
                "return:" + order.reference(),
                Instruction.Kind.WALLET_RETURN,
                Purpose.CREDIT_RETURN,
                order.loanId(),
                order.reference(),
                order.account(),
                order.amount(),
                clock.today());
        return post(tx, SuspensePostings.creditTaken(ids.next(), order.reference(), clock.today(), order.amount()))
                .flatMap(posted -> orders.place(tx, List.of(back), clock.now()))
                .flatMap(placed ->
                        tell(tx, order.loanId(), customer -> WalletAnnouncements.creditTaken(customer, taken)));
    }

    @Override
    public Uni<Void> succeeded(Tx tx, RailOrder.Succeeded order) {
        Instruction back = order.instruction();
        return post(tx, SuspensePostings.creditReturned(ids.next(), back.reference(), clock.today(), back.amount()))
                .flatMap(posted ->
                        tell(tx, back.loanId(), customer -> WalletAnnouncements.creditReturned(customer, order)));
    }

    @Override
    public Uni<Void> failed(Tx tx, Instruction back, String reason) {
        return breaks.record(
                tx,
                List.of(new Break(
                        Break.Kind.STATUS_DIFFERS, back.reference(), "RETURN " + back.amount(), "FAILED " + reason)));
    }

    private Uni<Void> tell(Tx tx, UUID loanId, Function<UUID, DomainEvent> what) {
        return loans.find(tx, loanId)
                .map(found -> found.orElseThrow().loan().agreement().customerId())
                .flatMap(customer -> outbox.append(tx, what.apply(customer)));
    }

    private Uni<Void> post(Tx tx, Transfer transfer) {
        return ledger.post(tx, transfer)
                .invoke(answer -> {
                    if (answer instanceof Result.Refused<Posting, LedgerRefusal>(LedgerRefusal refusal)) {
                        throw new IllegalStateException(refusal.toString());
                    }
                })
                .replaceWithVoid();
    }
}
