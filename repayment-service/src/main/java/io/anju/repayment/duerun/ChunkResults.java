package io.anju.repayment.duerun;

import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.rate.RateRefusal;
import io.anju.kit.event.DomainEvent;
import io.anju.repayment.card.model.Card;
import io.anju.repayment.collection.Billing;
import io.anju.repayment.collection.InstalmentAnnouncements;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.RetryPlan;
import io.anju.repayment.duerun.model.DayWork;
import io.anju.repayment.duerun.model.Tally;
import io.anju.repayment.loan.LoanAnnouncements;
import io.anju.repayment.loan.LoanChange;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.CatchUp;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.rail.model.Instruction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers what a chunk's loans come to, to be saved at once. Used by one thread, once. */
final class ChunkResults {

    private static final String NO_CARD = "NO_CARD";

    private final LocalDate day;
    private final LateRule lateRule;
    private final RetryPlan retryPlan;

    private final List<LoanChange> changes = new ArrayList<>();
    private final List<Bill> bills = new ArrayList<>();
    private final List<Instruction> debits = new ArrayList<>();
    private final List<DomainEvent> announcements = new ArrayList<>();
    private int looked;
    private int billed;
    private int repriced;
    private int withoutCard;
    private int deferred;
    private int waiting;
    private @Nullable String missingRate;

    ChunkResults(LocalDate day, LateRule lateRule, RetryPlan retryPlan) {
        this.day = day;
        this.lateRule = lateRule;
        this.retryPlan = retryPlan;
    }

    /** @param card the borrower's preferred card, if there is one */
    void add(StoredLoan<Loan.Active> stored, DayWork work, List<Bill.Unpaid> toCollect, Card.@Nullable Bound card) {
        looked++;
        UUID customer = stored.loan().agreement().customerId();
        List<Bill.Unpaid> open = new ArrayList<>(toCollect);
        switch (work) {
            case DayWork.Done(CatchUp catchUp) -> open.addAll(addCatchUp(stored, catchUp));
            case DayWork.Deferred() -> deferred++;
            case DayWork.Waiting(RateRefusal missing) -> {
                waiting++;
                missingRate = missingRate == null ? missing.code() + missing.evidence() : missingRate;
            }
        }
        open.forEach(bill -> collect(bill, customer, card));
    }

    private List<Bill.Unpaid> addCatchUp(StoredLoan<Loan.Active> stored, CatchUp catchUp) {
        if (!catchUp.events().isEmpty()) {
            changes.add(new LoanChange(stored, catchUp.after(), catchUp.events()));
        }
        for (LoanEvent event : catchUp.events()) {
            if (event instanceof LoanEvent.Repriced newRate) {
                repriced++;
                announcements.add(LoanAnnouncements.repriced(stored.loan().agreement(), newRate));
            }
        }
        List<Bill.Unpaid> fresh = new ArrayList<>();
        for (CatchUp.Billed row : catchUp.billed()) {
            Bill.Due bill = Billing.bill(stored.loan().agreement().id(), row.instalment(), row.rate());
            billed++;
            announcements.add(
                    InstalmentAnnouncements.due(stored.loan().agreement().customerId(), bill.facts()));
            fresh.add(bill);
        }
        return fresh;
    }

    private void collect(Bill.Unpaid bill, UUID customer, Card.@Nullable Bound card) {
        // The first debit counts for the due date, however late the bank itself is with it.
        LocalDate date = bill.attempts() == 0 ? bill.facts().dueDate() : day;
        long amount = bill.owedOn(date, lateRule).total();
        Bill.Unpaid ordered = bill.ordered();
        if (card != null) {
            bills.add(ordered);
            debits.add(Billing.debit(ordered, card.token(), amount, date));
            return;
        }
        withoutCard++;
        bills.add(ordered.debitFailed(day, retryPlan));
        if (bill instanceof Bill.Due) {
            announcements.add(InstalmentAnnouncements.overdue(customer, bill.facts(), amount, NO_CARD));
        }
    }

    List<LoanChange> changes() {
        return changes;
    }

    List<Bill> bills() {
        return bills;
    }

    List<Instruction> debits() {
        return debits;
    }

    List<DomainEvent> announcements() {
        return announcements;
    }

    Tally tally() {
        return new Tally(
                looked - deferred,
                billed,
                repriced,
                debits.size(),
                withoutCard,
                deferred,
                waiting,
                Optional.ofNullable(missingRate));
    }
}
