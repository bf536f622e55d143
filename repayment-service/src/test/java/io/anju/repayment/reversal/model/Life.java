package io.anju.repayment.reversal.model;

import io.anju.kernel.calendar.BusinessDays;
import io.anju.kernel.prepay.EarlyDay;
import io.anju.kernel.prepay.PrepaymentRefusal;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.Instalment;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.RepaymentTerms;
import io.anju.kernel.schedule.ScheduleRefusal;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillFacts;
import io.anju.repayment.collection.model.BillShare;
import io.anju.repayment.collection.model.RateStep;
import io.anju.repayment.ledger.model.Receipt;
import io.anju.repayment.loan.model.Agreement;
import io.anju.repayment.loan.model.CatchUp;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.loan.model.RateBasis;
import io.anju.repayment.loan.model.ReferenceRates;
import io.anju.repayment.loan.model.SomeConditions;
import io.anju.repayment.payment.model.Allotment;
import io.anju.repayment.payment.model.ReceiptRefusal;
import io.anju.repayment.prepayment.model.RunningInstalment;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** One loan's life as the service keeps it, without a database: its days, and what is paid on them. */
final class Life {

    private static final BusinessDays CALENDAR = BusinessDays.WEEKENDS;
    static final LocalDate START = LocalDate.of(2026, 1, 20);

    final List<LoanEvent> events = new ArrayList<>();
    final List<BillShare> shares = new ArrayList<>();
    final Map<UUID, Receipt> posted = new HashMap<>();
    final Map<UUID, Integer> quotedAt = new HashMap<>();
    final TreeMap<Integer, Bill> bills = new TreeMap<>();
    Loan loan;
    private final ReferenceRates rates;
    LocalDate today = START;

    /** Money that was more than was owed on its day: it is there for what falls due next. */
    final Deque<BillShare> tooMuch = new ArrayDeque<>();

    /** All that the books say was used for each part, as they are added to. */
    Receipt booked = new Receipt(0, 0, 0, 0);

    /** At a fixed rate. */
    Life(long principal, int months) {
        this(principal, months, new RateBasis.Fixed(), new ReferenceRates(Map.of()));
    }

    Life(long principal, int months, RateBasis basis, ReferenceRates rates) {
        this.rates = rates;
        var agreement = new Agreement(
                new UUID(7, 7),
                new UUID(7, 8),
                new UUID(7, 9),
                new UUID(7, 10),
                1,
                RepaymentTerms.monthly(
                        principal,
                        AnnualRate.of("0.0350"),
                        months,
                        Method.EQUAL_INSTALMENT,
                        START,
                        START.plusMonths(1)),
                SomeConditions.USUAL,
                basis,
                "escrow");
        loan = new Loan.Opening(agreement).disbursed(START);
        events.add(new LoanEvent.Disbursed(START, principal));
    }

    /** The loan, as long as it is being repaid. */
    Loan.Active active() {
        return (Loan.Active) loan;
    }

    boolean isSettled() {
        return loan instanceof Loan.Settled;
    }

    /** Whatever the calendar brings up to a day. */
    void reach(LocalDate day) {
        today = day;
        if (isSettled()) {
            return;
        }
        if (!(CatchUp.to(day, active(), rates) instanceof Result.Ok<CatchUp, ?>(CatchUp caughtUp))) {
            throw new AssertionError("every rate is published");
        }
        List<RateStep> steps = RateStep.of(caughtUp.events(), events.size());
        events.addAll(caughtUp.events());
        loan = caughtUp.after();
        caughtUp.billed().forEach(billed -> bill(billed.instalment(), billed.rate()));
        // Those that are paid too, as the database reads them: they may come to be unpaid.
        bills.replaceAll((number, bill) -> switch (bill) {
            case Bill.Unpaid unpaid -> unpaid.following(steps);
            case Bill.Paid paid -> new Bill.Paid(paid.facts().following(steps), paid.on(), paid.penaltyPaid());
        });
    }

    private void bill(Instalment row, AnnualRate rate) {
        bills.put(row.number(), Bill.of(BillFacts.of(loan.agreement(), row, rate, CALENDAR)));
        while (!tooMuch.isEmpty() && bills.get(row.number()) instanceof Bill.Unpaid bill) {
            BillShare rest = tooMuch.removeFirst();
            Bill.Received received = bill.receive(rest.date(), rest.parts().total());
            bills.put(row.number(), received.after());
            shares.add(rest.instead(row.number(), received.parts()));
            book(((BillShare.Payment) rest.cause()).transfer(), received.parts());
            if (received.left() > 0) {
                tooMuch.addFirst(rest.instead(0, new Receipt(0, 0, 0, received.left())));
            }
        }
        settleIfRepaid();
    }

    private void settleIfRepaid() {
        if (unpaid().isEmpty() && active().position().state().isSettled()) {
            loan = active().settled(today);
            events.add(new LoanEvent.LoanSettled(today));
        }
    }

    List<Bill.Unpaid> unpaid() {
        return bills.values().stream()
                .filter(Bill.Unpaid.class::isInstance)
                .map(Bill.Unpaid.class::cast)
                .toList();
    }

    long owed(LocalDate date) {
        return unpaid().stream().mapToLong(bill -> bill.owedOn(date).total()).sum();
    }

    /** Does what can be done. */
    void must(Act act) {
        if (!act(act)) {
            throw new AssertionError(act.toString());
        }
    }

    /** Does it if it can be done; answers whether. */
    boolean act(Act act) {
        reach(act.date());
        return !isSettled() && done(act);
    }

    private boolean done(Act act) {
        return switch (act) {
            case Act.Pay pay -> pay(pay.id(), pay.amount());
            case Act.Ahead ahead -> ahead(ahead.id());
            case Act.Waive waive -> waive(waive);
            case Act.Prepay prepay -> prepay(prepay);
        };
    }

    /** As the service uses a sum; in a life that lacks something, it may be more than is owed. */
    boolean takesTooMuch;

    private boolean pay(UUID id, long amount) {
        long version = events.size();
        long rest = takesTooMuch ? Math.max(0, amount - owed(today)) : 0;
        boolean done = rest == amount || use(id, amount - rest, version);
        if (rest > 0) {
            var cause = new BillShare.Payment(id);
            tooMuch.addLast(new BillShare(loan.agreement().id(), 0, cause, today, version, new Receipt(0, 0, 0, rest)));
        }
        return done;
    }

    private boolean use(UUID id, long amount, long version) {
        if (!(Allotment.of(unpaid(), amount, today)
                instanceof Result.Ok<Allotment, ReceiptRefusal>(Allotment allotment))) {
            return false;
        }
        shares.addAll(allotment.settledBy(id, today, version));
        book(id, allotment.parts());
        allotment.bills().forEach(bill -> bills.put(bill.facts().number(), bill));
        allotment
                .paidOff()
                .forEach(bill -> events.add(
                        new LoanEvent.InstalmentPaid(today, bill.facts().number(), bill.amount())));
        settleIfRepaid();
        return true;
    }

    private boolean ahead(UUID id) {
        LoanPosition position = active().position();
        if (!unpaid().isEmpty()
                || position.periodStart().isAfter(today)
                || position.state().left() < 2) {
            return false;
        }
        long version = events.size();
        Loan.Active.Billing billing = active().bill();
        var row = billing.instalment();
        loan = billing.after();
        events.add(new LoanEvent.Billed(row.dueDate(), row.number(), row.principal(), row.interest()));
        bill(row, position.state().annualRate());
        Bill.Received received = unpaid().getFirst().receive(today, row.amount());
        bills.put(row.number(), received.after());
        shares.add(new BillShare(
                loan.agreement().id(), row.number(), new BillShare.Payment(id), today, version, received.parts()));
        book(id, received.parts());
        events.add(new LoanEvent.InstalmentPaid(today, row.number(), row.amount()));
        return true;
    }

    private boolean waive(Act.Waive waive) {
        if (!(bills.get(waive.number()) instanceof Bill.Unpaid bill)
                || bill.owedOn(today).penalty() < waive.amount()) {
            return false;
        }
        shares.add(BillShare.waived(bill.facts(), waive.id(), today, events.size(), waive.amount()));
        bills.put(waive.number(), bill.waived(today, waive.amount()));
        return true;
    }

    /** What is overdue is paid first, by the same transfer. */
    private boolean prepay(Act.Prepay prepay) {
        LoanPosition position = active().position();
        if (position.state().left() == 0) {
            return false;
        }
        long principal = Math.min(prepay.amount(), position.state().outstanding());
        EarlyDay day = EarlyDay.of(position, today)
                .paidAhead(RunningInstalment.findPaid(position, List.copyOf(bills.values())));
        if (!(day.interest(principal) instanceof Result.Ok<Long, PrepaymentRefusal>(Long interest))
                || !(day.after(principal, prepay.option())
                        instanceof Result.Ok<LoanPosition, ScheduleRefusal>(LoanPosition after))) {
            return false;
        }
        long compensation = principal / 100;
        quotedAt.put(prepay.id(), events.size());
        List<Bill.Unpaid> overdue = unpaid();
        if (!overdue.isEmpty() && !use(prepay.id(), owed(today), events.size())) {
            throw new AssertionError("what is owed can be paid");
        }
        events.add(new LoanEvent.Prepaid(today, principal, interest, compensation, prepay.option()));
        loan = active().prepaid(after);
        book(prepay.id(), new Receipt(compensation, 0, interest, principal));
        settleIfRepaid();
        return true;
    }

    private void book(UUID id, Receipt parts) {
        posted.merge(id, parts, Receipt::plus);
        booked = booked.plus(parts);
    }

    Result<Undoing, ReversalRefusal> undoing(UUID payment) {
        Receipt parts = posted.get(payment);
        if (parts == null) {
            throw new AssertionError("never posted");
        }
        var account = new Account(loan, events, List.copyOf(bills.values()), shares, Map.of());
        Integer quoted = quotedAt.get(payment);
        return quoted == null
                ? Undoing.of(payment, parts, account, today)
                : PrepaymentUndoing.of(payment, parts, quoted, account, today);
    }

    /** The undoing of what can be taken back. */
    Undoing undo(UUID payment) {
        return switch (undoing(payment)) {
            case Result.Ok<Undoing, ReversalRefusal>(Undoing undoing) -> undoing;
            case Result.Refused<Undoing, ReversalRefusal>(ReversalRefusal refusal) ->
                throw new AssertionError(refusal.toString());
        };
    }

    /** As the service writes an undoing down. */
    void keep(UUID payment, Undoing undoing) {
        loan = undoing.loan();
        events.add(undoing.event());
        undoing.bills().forEach(bill -> bills.put(bill.facts().number(), bill));
        undoing.unbilled().ifPresent(bills::remove);
        Undone.keep(shares, payment, undoing.instead());
        booked = Undone.booked(booked, posted.get(payment), undoing.reallocation());
    }
}
