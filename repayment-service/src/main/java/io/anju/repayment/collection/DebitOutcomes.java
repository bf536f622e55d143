package io.anju.repayment.collection;

import io.anju.kernel.calendar.BusinessDays;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.schedule.Instalment;
import io.anju.kit.event.DomainEvent;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillFacts;
import io.anju.repayment.collection.model.BillShare;
import io.anju.repayment.collection.model.Collecting;
import io.anju.repayment.collection.model.RetryPlan;
import io.anju.repayment.ledger.model.Receipt;
import io.anju.repayment.loan.LoanChange;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.rail.model.Break;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.RailOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Works out what the outcomes of debits come to, to be saved at once. Used by one thread, once. */
final class DebitOutcomes {

    /** Money to be posted; the loan had so many events before it. */
    record Received(Instruction paid, Receipt parts, long version) {

        /** What the posted transfer settled. */
        BillShare share(UUID transfer) {
            return new BillShare(
                    paid.loanId(), paid.subjectNumber(), new BillShare.Payment(transfer), paid.date(), version, parts);
        }
    }

    /** A loan on its way through the outcomes; its bills by number, the unpaid ones and those that are named. */
    private static final class Account {
        private final StoredLoan<Loan> before;
        private final TreeMap<Integer, Bill> bills = new TreeMap<>();
        private final List<LoanEvent> events = new ArrayList<>();
        private Loan loan;

        Account(StoredLoan<Loan> before) {
            this.before = before;
            this.loan = before.loan();
        }

        boolean isPaidOff() {
            return loan instanceof Loan.Active active
                    && active.position().state().isSettled()
                    && bills.values().stream().allMatch(Bill.Paid.class::isInstance);
        }

        long version() {
            return before.version() + events.size();
        }

        LoanChange change() {
            return new LoanChange(before, loan, events);
        }
    }

    private final LocalDate today;
    private final Instant now;
    private final BusinessDays calendar;
    private final RetryPlan retryPlan;

    private final Map<UUID, Account> accounts = new HashMap<>();
    private final Map<String, Bill> bills = new HashMap<>();
    private final List<Received> received = new ArrayList<>();
    private final List<DomainEvent> announcements = new ArrayList<>();
    private final List<Break> breaks = new ArrayList<>();

    DebitOutcomes(
            List<StoredLoan<Loan>> loans,
            Collection<? extends Bill> bills,
            LocalDate today,
            Instant now,
            BusinessDays calendar,
            RetryPlan retryPlan) {
        this.today = today;
        this.now = now;
        this.calendar = calendar;
        this.retryPlan = retryPlan;
        loans.forEach(stored -> accounts.put(stored.loan().agreement().id(), new Account(stored)));
        bills.forEach(
                bill -> account(bill.facts().loanId()).bills.put(bill.facts().number(), bill));
    }

    /** So much of the money is here, fen: it is used for what is owed. */
    void succeeded(Instruction paid, long taken) {
        Account account = account(paid.loanId());
        if (!(account.loan instanceof Loan.Active active)) {
            breaks.add(Break.duplicate(paid, taken));
            return;
        }
        Loan.Active loan = active.released(paid.reference());
        account.loan = loan;
        long version = account.version();
        switch (account.bills.get(paid.subjectNumber())) {
            case Bill.Paid already -> breaks.add(Break.duplicate(paid, taken));
            case Bill.Unpaid unpaid -> receive(account, unpaid, paid, taken, version);
            case null -> receive(account, billAhead(account, loan, paid), paid, taken, version);
        }
        holdUp(account, paid);
        if (taken < paid.amount() && account.bills.get(paid.subjectNumber()) instanceof Bill.Unpaid) {
            partTaken(account, paid, taken);
        }
    }

    /** The money is not here: the bill is tried again by the plan, and those that waited behind it with it. */
    void failed(Instruction refused, String reason) {
        Account account = account(refused.loanId());
        if (account.loan instanceof Loan.Active active) {
            account.loan = active.released(refused.reference());
        }
        if (account.bills.get(refused.subjectNumber()) instanceof Bill.Unpaid named) {
            holdUp(account, refused);
            // A bill whose turn is still to come was debited by hand: that it failed changes nothing else.
            if (named.turn().isEmpty()) {
                tryAgain(account, refused, reason);
            }
        }
    }

    private void tryAgain(Account account, Instruction refused, String reason) {
        for (Bill.Unpaid bill : unpaid(account)) {
            if (bill.facts().number() == refused.subjectNumber()) {
                Bill.Unpaid after = bill.debitFailed(today, now, retryPlan);
                boolean askNext = RailOutcome.liesWithThePayer(reason);
                putOff(account, bill, askNext ? behind(refused, after) : after, reason, refused.last4());
            } else {
                Bill.Unpaid after = Collecting.afterFailure(bill, today, now, retryPlan);
                putOff(account, bill, after, InstalmentAnnouncements.NOT_PAID, Optional.empty());
            }
        }
    }

    /** The bill, whose next debit asks what stands behind the account that had too little. */
    private static Bill.Unpaid behind(Instruction debit, Bill.Unpaid bill) {
        return bill.turn()
                .<Bill.Unpaid>map(turn -> bill.at(turn.behind(debit.account())))
                .orElse(bill);
    }

    /** There was less than was ordered: the rest is debited the next day, and those that waited behind it with it. */
    private void partTaken(Account account, Instruction paid, long taken) {
        for (Bill.Unpaid bill : unpaid(account)) {
            if (bill.facts().number() == paid.subjectNumber()) {
                announcements.add(InstalmentAnnouncements.partPaid(
                        account.loan.agreement().customerId(),
                        bill.facts(),
                        paid,
                        taken,
                        bill.owedOn(today).total()));
                Bill.Unpaid after = behind(paid, bill.debitedInPart(today));
                putOff(account, bill, after, RailOutcome.INSUFFICIENT_FUNDS, paid.last4());
            } else {
                Bill.Unpaid after =
                        Collecting.withoutPayer(List.of(bill), today, now).getFirst();
                putOff(account, bill, after, InstalmentAnnouncements.NOT_PAID, Optional.empty());
            }
        }
    }

    /** It is debited another time; the borrower is told when it is overdue by then. */
    private void putOff(Account account, Bill.Unpaid bill, Bill.Unpaid after, String reason, Optional<String> last4) {
        keep(account, bill, after);
        if (bill instanceof Bill.Due && after instanceof Bill.Overdue late) {
            announcements.add(InstalmentAnnouncements.overdue(
                    account.loan.agreement().customerId(),
                    late.facts(),
                    late.owedOn(today).total(),
                    reason,
                    last4));
        }
    }

    /** Whoever wanted to pay while a debit was under way was refused: the days until now are not the borrower's. */
    private void holdUp(Account account, Instruction concluded) {
        unpaid(account).forEach(bill -> keep(account, bill, bill.heldUp(concluded.date(), today)));
    }

    private void receive(Account account, Bill.Unpaid bill, Instruction paid, long taken, long version) {
        Bill.Received result = bill.receive(paid.date(), taken);
        if (result.left() > 0) {
            breaks.add(Break.unposted(paid.reference(), result.parts().total(), taken));
        }
        put(account, result.after());
        if (result.parts().total() > 0) {
            received.add(new Received(paid, result.parts(), version));
        }
        if (result.after() instanceof Bill.Paid whole) {
            account.events.add(new LoanEvent.InstalmentPaid(paid.date(), paid.subjectNumber(), whole.amount()));
            announcements.add(
                    InstalmentAnnouncements.paid(account.loan.agreement().customerId(), whole, paid.last4()));
        }
    }

    private Bill.Due billAhead(Account account, Loan.Active loan, Instruction paid) {
        Loan.Active.Billing ahead = loan.bill();
        Instalment row = ahead.instalment();
        if (row.number() != paid.subjectNumber()) {
            throw new IllegalStateException("neither billed nor next: " + paid.reference());
        }
        account.loan = ahead.after();
        account.events.add(new LoanEvent.Billed(row.dueDate(), row.number(), row.principal(), row.interest()));
        AnnualRate rate = loan.position().state().annualRate();
        return Bill.Due.of(BillFacts.of(loan.agreement(), row, rate, calendar));
    }

    private static List<Bill.Unpaid> unpaid(Account account) {
        return account.bills.values().stream()
                .filter(Bill.Unpaid.class::isInstance)
                .map(Bill.Unpaid.class::cast)
                .toList();
    }

    /** Keeps a bill where it is another one than before. */
    private void keep(Account account, Bill.Unpaid before, Bill.Unpaid after) {
        if (!after.equals(before)) {
            put(account, after);
        }
    }

    private void put(Account account, Bill after) {
        account.bills.put(after.facts().number(), after);
        bills.put(after.facts().loanId() + "/" + after.facts().number(), after);
    }

    private Account account(UUID loanId) {
        Account account = accounts.get(loanId);
        if (account == null) {
            throw new IllegalStateException("no such loan: " + loanId);
        }
        return account;
    }

    List<Received> received() {
        return received;
    }

    Collection<Bill> bills() {
        return bills.values();
    }

    List<DomainEvent> announcements() {
        return announcements;
    }

    List<Break> breaks() {
        return breaks;
    }

    /** The loans that have changed and go on. */
    List<LoanChange> changes() {
        return accounts.values().stream()
                .filter(account -> !account.isPaidOff())
                .filter(account -> !account.events.isEmpty() || !account.loan.equals(account.before.loan()))
                .map(Account::change)
                .toList();
    }

    /** The loans of which nothing is owed any more. */
    List<LoanChange> paidOff() {
        return accounts.values().stream()
                .filter(Account::isPaidOff)
                .map(Account::change)
                .toList();
    }
}
