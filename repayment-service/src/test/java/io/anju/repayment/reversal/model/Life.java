package io.anju.repayment.reversal.model;

import io.anju.kernel.arrears.LatePolicy;
import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.prepay.EarlyDay;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.PrepaymentOption;
import io.anju.kernel.schedule.RepaymentTerms;
import io.anju.kernel.schedule.ScheduleRefusal;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillShare;
import io.anju.repayment.ledger.model.Reallocation;
import io.anju.repayment.ledger.model.Receipt;
import io.anju.repayment.loan.model.Agreement;
import io.anju.repayment.loan.model.CatchUp;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.loan.model.RateBasis;
import io.anju.repayment.loan.model.ReferenceRates;
import io.anju.repayment.payment.model.Allotment;
import io.anju.repayment.payment.model.ReceiptRefusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/** One loan's life as the service keeps it, without a database: its days, and what is paid on them. */
final class Life {

    static final LatePolicy POLICY = new LatePolicy(
            new LateRule(new BigDecimal("1.5"), 3, DayCount.ACT_360, true), new BigDecimal("2.0"), true, false);
    static final LocalDate START = LocalDate.of(2026, 1, 20);

    /** What somebody does on a day. */
    sealed interface Act {
        LocalDate date();
    }

    /** A sum for what is due, the oldest first. */
    record Pay(UUID id, LocalDate date, long amount) implements Act {}

    /** The next instalment, before it falls due. */
    record Ahead(UUID id, LocalDate date) implements Act {}

    /** Late charges of an instalment waived. */
    record Waive(UUID id, LocalDate date, int number, long amount) implements Act {}

    /** Principal repaid ahead. */
    record Prepay(LocalDate date, long amount) implements Act {}

    final List<LoanEvent> events = new ArrayList<>();
    final List<BillShare> shares = new ArrayList<>();
    final Map<UUID, Receipt> posted = new HashMap<>();
    final TreeMap<Integer, Bill> bills = new TreeMap<>();
    Loan.Active loan;
    private LocalDate today = START;

    /** All that the books say was used for each part, as they are added to. */
    Receipt booked = new Receipt(0, 0, 0, 0);

    Life(long principal, int months) {
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
                new RateBasis.Fixed(),
                "escrow");
        loan = new Loan.Opening(agreement).disbursed(START);
        events.add(new LoanEvent.Disbursed(START, principal));
    }

    /** Whatever the calendar brings up to a day. */
    void reach(LocalDate day) {
        today = day;
        if (!(CatchUp.to(day, loan, new ReferenceRates(Map.of())) instanceof Result.Ok<CatchUp, ?>(CatchUp caughtUp))) {
            throw new AssertionError("a fixed rate needs no reference");
        }
        events.addAll(caughtUp.events());
        caughtUp.billed().forEach(billed -> bill(billed.instalment(), billed.rate()));
        loan = caughtUp.after();
    }

    private void bill(io.anju.kernel.schedule.Instalment row, AnnualRate rate) {
        bills.put(
                row.number(),
                Bill.Due.of(new Bill.Facts(
                        loan.agreement().id(), row.number(), row.dueDate(), row.principal(), row.interest(), rate)));
    }

    List<Bill.Unpaid> unpaid() {
        return bills.values().stream()
                .filter(Bill.Unpaid.class::isInstance)
                .map(Bill.Unpaid.class::cast)
                .toList();
    }

    long owed(LocalDate date) {
        return unpaid().stream()
                .mapToLong(bill -> bill.owedOn(date, POLICY).total())
                .sum();
    }

    /** Does it if it can be done; answers whether. */
    boolean act(Act act) {
        reach(act.date());
        return switch (act) {
            case Pay pay -> pay(pay.id(), pay.amount());
            case Ahead ahead -> ahead(ahead.id());
            case Waive waive -> waive(waive);
            case Prepay prepay -> prepay(prepay);
        };
    }

    private boolean pay(UUID id, long amount) {
        long version = events.size();
        if (!(Allotment.of(unpaid(), amount, today, POLICY)
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
        return true;
    }

    private boolean ahead(UUID id) {
        if (!unpaid().isEmpty()
                || loan.position().periodStart().isAfter(today)
                || loan.position().state().left() < 2) {
            return false;
        }
        long version = events.size();
        Loan.Active.Billing billing = loan.bill();
        var row = billing.instalment();
        bill(row, loan.position().state().annualRate());
        loan = billing.after();
        events.add(new LoanEvent.Billed(row.dueDate(), row.number(), row.principal(), row.interest()));
        Bill.Received received = unpaid().getFirst().receive(today, row.amount(), POLICY);
        bills.put(row.number(), received.after());
        shares.add(new BillShare(
                loan.agreement().id(), row.number(), new BillShare.Payment(id), today, version, received.parts()));
        book(id, received.parts());
        events.add(new LoanEvent.InstalmentPaid(today, row.number(), row.amount()));
        return true;
    }

    private boolean waive(Waive waive) {
        if (!(bills.get(waive.number()) instanceof Bill.Unpaid bill)
                || bill.owedOn(today, POLICY).penalty() < waive.amount()) {
            return false;
        }
        shares.add(BillShare.waived(bill.facts(), waive.id(), today, events.size(), waive.amount()));
        bills.put(waive.number(), bill.waived(today, waive.amount(), POLICY));
        return true;
    }

    private boolean prepay(Prepay prepay) {
        boolean idle =
                unpaid().isEmpty() && prepay.amount() < loan.position().state().outstanding();
        if (!idle
                || !(EarlyDay.of(loan.position(), today).after(prepay.amount(), PrepaymentOption.SMALLER_INSTALMENT)
                        instanceof Result.Ok<LoanPosition, ScheduleRefusal>(LoanPosition after))) {
            return false;
        }
        events.add(new LoanEvent.Prepaid(today, prepay.amount(), 0, 0, PrepaymentOption.SMALLER_INSTALMENT));
        loan = loan.prepaid(after);
        return true;
    }

    private void book(UUID id, Receipt parts) {
        posted.put(id, parts);
        booked = booked.plus(parts);
    }

    Result<Undoing, ReversalRefusal> undoing(UUID payment) {
        Receipt parts = posted.get(payment);
        if (parts == null) {
            throw new AssertionError("never posted");
        }
        var account = new Account(loan, events, List.copyOf(bills.values()), shares, Map.of());
        return Undoing.of(payment, parts, account, today, POLICY);
    }

    /** As the service writes an undoing down. */
    void keep(UUID payment, Undoing undoing) {
        loan = undoing.loan();
        events.add(undoing.event());
        undoing.bills().forEach(bill -> bills.put(bill.facts().number(), bill));
        undoing.unbilled().ifPresent(bills::remove);
        keepShares(payment, undoing.instead());
        Receipt mirrored = posted.get(payment);
        Reallocation more = undoing.reallocation();
        booked = new Receipt(
                booked.costs() - mirrored.costs() + more.costs(),
                booked.penalty() - mirrored.penalty() + more.penalty(),
                booked.interest() - mirrored.interest() + more.interest(),
                booked.principal() - mirrored.principal() + more.principal());
    }

    private void keepShares(UUID payment, List<BillShare> instead) {
        for (BillShare.Cause cause :
                instead.stream().map(BillShare::cause).distinct().toList()) {
            int place = IntStream.range(0, shares.size())
                    .filter(i -> shares.get(i).cause().equals(cause))
                    .findFirst()
                    .orElseThrow();
            shares.removeIf(share -> share.cause().equals(cause));
            shares.addAll(
                    place,
                    instead.stream()
                            .filter(share -> share.cause().equals(cause))
                            .toList());
        }
        shares.removeIf(share -> share.isOf(payment));
    }
}
