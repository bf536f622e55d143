package io.anju.repayment.collection;

import io.anju.kernel.calendar.BusinessDays;
import io.anju.kit.calendar.PublicHolidays;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillShare;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.LoanPostings;
import io.anju.repayment.ledger.model.Posting;
import io.anju.repayment.ledger.model.Transfer;
import io.anju.repayment.ledger.model.TransferKind;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.rail.Breaks;
import io.anju.repayment.rail.RailOutcomeHandler;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.Purpose;
import io.anju.repayment.rail.model.RailOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What follows from the debits of instalments, whoever ordered them: money is posted and used for what is owed, a part as
 * much as all of it; a failed debit is tried again by the plan, the rest of one that took a part the next day, and either
 * makes the instalment overdue when its grace is over. Load everything, work it out, save it all, however many there are.
 */
@ApplicationScoped
class InstalmentDebits implements RailOutcomeHandler {

    private final Loans loans;
    private final Bills bills;
    private final BillShares shares;
    private final Ledger ledger;
    private final LoanEnding ending;
    private final PublicHolidays holidays;
    private final Breaks breaks;
    private final Outbox outbox;
    private final CollectionConfig config;
    private final BusinessClock clock;
    private final Ids ids;

    InstalmentDebits(
            Loans loans,
            Bills bills,
            BillShares shares,
            Ledger ledger,
            LoanEnding ending,
            PublicHolidays holidays,
            Breaks breaks,
            Outbox outbox,
            CollectionConfig config,
            BusinessClock clock,
            Ids ids) {
        this.loans = loans;
        this.bills = bills;
        this.shares = shares;
        this.ledger = ledger;
        this.ending = ending;
        this.holidays = holidays;
        this.breaks = breaks;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Purpose purpose() {
        return Purpose.INSTALMENT;
    }

    @Override
    public Uni<Void> succeeded(Tx tx, RailOrder.Succeeded order) {
        Instruction paid = order.instruction();
        return follow(
                tx,
                List.of(paid.loanId()),
                List.of(paid.subjectNumber()),
                results -> results.succeeded(paid, order.amount()));
    }

    @Override
    public Uni<Void> failed(Tx tx, Instruction refused, String reason) {
        return follow(
                tx,
                List.of(refused.loanId()),
                List.of(refused.subjectNumber()),
                results -> results.failed(refused, reason));
    }

    @Override
    public Uni<Void> concluded(Tx tx, List<RailOrder.Concluded> orders) {
        List<UUID> loanIds =
                orders.stream().map(order -> order.instruction().loanId()).toList();
        List<Integer> numbers = orders.stream()
                .map(order -> order.instruction().subjectNumber())
                .toList();
        return follow(
                tx,
                loanIds,
                numbers,
                results -> orders.forEach(order -> {
                    switch (order) {
                        case RailOrder.Succeeded succeeded ->
                            results.succeeded(succeeded.instruction(), succeeded.amount());
                        case RailOrder.Failed(Instruction refused, String id, String reason) ->
                            results.failed(refused, reason);
                    }
                }));
    }

    /** How outcomes are fed into what they come to. */
    private interface Feed {
        void into(DebitOutcomes results);
    }

    private Uni<Void> follow(Tx tx, List<UUID> loanIds, List<Integer> numbers, Feed outcomes) {
        // Down the connection one behind the other: the bills are read once the loans are locked.
        return Uni.combine()
                .all()
                .unis(
                        loans.listForUpdate(tx, new TreeSet<>(loanIds)),
                        bills.listUnpaid(tx, new TreeSet<>(loanIds)),
                        bills.listPaid(tx, loanIds, numbers),
                        holidays.around(tx, clock.today()))
                .with(this::outcomesOf)
                .invoke(outcomes::into)
                .flatMap(results -> save(tx, results));
    }

    private DebitOutcomes outcomesOf(
            List<StoredLoan<Loan>> locked, List<Bill.Unpaid> unpaid, List<Bill.Paid> paid, BusinessDays calendar) {
        List<Bill> known = new ArrayList<>(unpaid);
        known.addAll(paid);
        return new DebitOutcomes(locked, known, clock.today(), clock.now(), calendar, config.retryPlan());
    }

    /** None of it waits for another's answer; the first that fails ends the transaction. */
    private Uni<Void> save(Tx tx, DebitOutcomes results) {
        return Uni.combine()
                .all()
                .unis(
                        post(tx, results),
                        bills.saveAll(tx, results.bills()),
                        loans.saveAll(tx, results.changes()),
                        outbox.appendAll(tx, results.announcements()),
                        breaks.record(tx, results.breaks()))
                .discardItems()
                .flatMap(saved -> ending.endAll(tx, results.paidOff(), clock.today()));
    }

    private Uni<Void> post(Tx tx, DebitOutcomes results) {
        List<Transfer> transfers =
                results.received().stream().map(this::transfer).toList();
        return ledger.postAll(tx, transfers)
                .map(answers -> answers.stream().map(Posting::expected).toList())
                .flatMap(posted -> shares.addAll(tx, shares(results.received(), transfers)));
    }

    private static List<BillShare> shares(List<DebitOutcomes.Received> received, List<Transfer> transfers) {
        return IntStream.range(0, received.size())
                .mapToObj(i -> received.get(i).share(transfers.get(i).id()))
                .toList();
    }

    private Transfer transfer(DebitOutcomes.Received received) {
        Instruction paid = received.paid();
        String text = "INSTALMENT " + paid.subject();
        return switch (paid.kind().channel()) {
            case RAIL ->
                LoanPostings.receipt(
                        ids.next(),
                        paid.reference(),
                        TransferKind.INSTALMENT,
                        paid.loanId(),
                        clock.today(),
                        text,
                        received.parts());
            case WALLET ->
                LoanPostings.walletReceipt(
                        ids.next(), paid.reference(), paid.loanId(), clock.today(), text, received.parts());
        };
    }
}
