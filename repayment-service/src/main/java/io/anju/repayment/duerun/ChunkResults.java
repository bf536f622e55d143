package io.anju.repayment.duerun;

import io.anju.kernel.calendar.BusinessDays;
import io.anju.kernel.rate.RateRefusal;
import io.anju.kit.event.DomainEvent;
import io.anju.repayment.collection.Billing;
import io.anju.repayment.collection.InstalmentAnnouncements;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillFacts;
import io.anju.repayment.collection.model.Collecting;
import io.anju.repayment.collection.model.PayerOrder;
import io.anju.repayment.collection.model.RateStep;
import io.anju.repayment.collection.model.RetryPlan;
import io.anju.repayment.duerun.model.DayWork;
import io.anju.repayment.duerun.model.Tally;
import io.anju.repayment.loan.LoanAnnouncements;
import io.anju.repayment.loan.LoanChange;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Agreement;
import io.anju.repayment.loan.model.CatchUp;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.Payer;
import io.anju.repayment.spread.model.SpreadOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers what a chunk's loans come to, to be saved at once. Used by one thread, once. */
final class ChunkResults {

    private static final String NO_CARD = "NO_CARD";

    private final LocalDate day;
    private final Instant now;
    private final BusinessDays calendar;
    private final RetryPlan retryPlan;

    private final List<LoanChange> changes = new ArrayList<>();
    private final List<Bill> bills = new ArrayList<>();
    private final Map<Instruction, Bill.Unpaid> toDebit = new LinkedHashMap<>();
    private final List<DomainEvent> announcements = new ArrayList<>();
    private final List<SpreadOutcome> spreads = new ArrayList<>();
    private int looked;
    private int billed;
    private int repriced;
    private int withoutCard;
    private int deferred;
    private int waiting;
    private @Nullable String missingRate;

    ChunkResults(LocalDate day, Instant now, BusinessDays calendar, RetryPlan retryPlan) {
        this.day = day;
        this.now = now;
        this.calendar = calendar;
        this.retryPlan = retryPlan;
    }

    /**
     * @param unpaid the loan's unpaid bills, oldest first
     * @param beingDebited whether an instalment of it is
     * @param payers what may be debited: the wallet chosen for the loan, else the borrower's cards
     */
    void add(
            StoredLoan<Loan.Active> stored,
            DayWork work,
            List<Bill.Unpaid> unpaid,
            boolean beingDebited,
            PayerOrder payers) {
        looked++;
        List<Bill.Unpaid> all = new ArrayList<>(unpaid);
        switch (work) {
            case DayWork.Done(CatchUp catchUp) -> {
                all.addAll(addCatchUp(stored, catchUp, payers.stopped()));
                // What is overdue costs the new rate from its day on.
                List<RateStep> rates = RateStep.of(catchUp.events(), stored.version());
                all.replaceAll(bill -> bill.following(rates));
            }
            case DayWork.Deferred() -> {
                deferred++;
                return;
            }
            case DayWork.Waiting(RateRefusal missing) -> {
                waiting++;
                missingRate = missingRate == null ? missing.code() + missing.evidence() : missingRate;
            }
        }
        if (beingDebited) {
            bills.addAll(all.subList(unpaid.size(), all.size()));
            deferred += all.stream().anyMatch(this::hasItsTurn) ? 1 : 0;
            return;
        }
        collect(stored.loan().agreement(), all, payers);
    }

    private boolean hasItsTurn(Bill.Unpaid bill) {
        return bill.turn().filter(turn -> turn.hasCome(day, now)).isPresent();
    }

    private void collect(Agreement agreement, List<Bill.Unpaid> unpaid, PayerOrder payers) {
        UUID customer = agreement.customerId();
        Collecting collecting = Collecting.of(unpaid, day, now, retryPlan);
        String notPaid = payers.stopped() ? InstalmentAnnouncements.DEBIT_STOPPED : InstalmentAnnouncements.NOT_PAID;
        for (Bill.Overdue bill : collecting.newlyOverdue()) {
            long owed = bill.owedOn(day).total();
            announcements.add(InstalmentAnnouncements.overdue(customer, bill.facts(), owed, notPaid));
        }
        if (collecting.toDebit().isEmpty()) {
            bills.addAll(collecting.bills());
            return;
        }
        Bill.Unpaid oldest = collecting.bills().getFirst();
        List<Bill.Unpaid> others =
                collecting.bills().subList(1, collecting.bills().size());
        Optional<Payer> payer = payers.next(oldest.turn());
        if (payer.isPresent()) {
            toDebit.put(debit(oldest, payer.get(), agreement.conditions().partCollection()), oldest);
            // The others are looked at again as soon as the outcome is known.
            bills.addAll(others);
            deferred += others.stream().anyMatch(this::hasItsTurn) ? 1 : 0;
        } else {
            withoutCard++;
            waitForAPayer(
                    customer, collecting.bills(), payers.stopped() ? InstalmentAnnouncements.DEBIT_STOPPED : NO_CARD);
        }
    }

    private Instruction debit(Bill.Unpaid bill, Payer payer, boolean partAllowed) {
        LocalDate date = bill.debitedFor(day);
        return Billing.debit(bill.ordered(), payer, bill.owedOn(date).total(), date, partAllowed);
    }

    private void waitForAPayer(UUID customer, List<Bill.Unpaid> before, String reason) {
        List<Bill.Unpaid> after = Collecting.withoutPayer(before, day, now);
        bills.addAll(after);
        for (int i = 0; i < after.size(); i++) {
            if (after.get(i) instanceof Bill.Overdue late && before.get(i) instanceof Bill.Due) {
                long owed = late.owedOn(day).total();
                announcements.add(InstalmentAnnouncements.overdue(customer, late.facts(), owed, reason));
            }
        }
    }

    private List<Bill.Unpaid> addCatchUp(StoredLoan<Loan.Active> stored, CatchUp catchUp, boolean byHand) {
        if (!catchUp.events().isEmpty()) {
            changes.add(new LoanChange(stored, catchUp.after(), catchUp.events()));
        }
        for (LoanEvent event : catchUp.events()) {
            if (event instanceof LoanEvent.Repriced newRate) {
                repriced++;
                announcements.add(LoanAnnouncements.repriced(stored.loan().agreement(), newRate));
            }
            if (event instanceof LoanEvent.RateTermsChanged lowered) {
                spreads.add(SpreadOutcome.lowered(stored.loan().agreement().id(), lowered));
                announcements.add(
                        LoanAnnouncements.repriced(stored.loan().agreement(), lowered, nextInstalment(catchUp)));
            }
        }
        catchUp.leftAlone()
                .ifPresent(why ->
                        spreads.add(SpreadOutcome.left(stored.loan().agreement().id(), why)));
        List<Bill.Unpaid> fresh = new ArrayList<>();
        for (CatchUp.Billed row : catchUp.billed()) {
            billed++;
            switch (Bill.of(BillFacts.of(stored.loan().agreement(), row.instalment(), row.rate(), calendar))) {
                case Bill.Unpaid bill -> {
                    announcements.add(InstalmentAnnouncements.due(
                            stored.loan().agreement().customerId(), bill.facts(), byHand));
                    fresh.add(bill);
                }
                // It owes nothing: nobody need be told of it.
                case Bill.Paid nothing -> bills.add(nothing);
            }
        }
        return fresh;
    }

    private static long nextInstalment(CatchUp catchUp) {
        return catchUp.after().isBilling()
                ? catchUp.after().bill().instalment().amount()
                : catchUp.billed().getLast().instalment().amount();
    }

    List<LoanChange> changes() {
        return changes;
    }

    Collection<Instruction> debits() {
        return toDebit.keySet();
    }

    /** The bills as they are once the debits with these references have been placed. */
    List<Bill> bills(Set<String> placed) {
        List<Bill> all = new ArrayList<>(bills);
        toDebit.forEach(
                (debit, bill) -> all.add(placed.contains(debit.reference()) ? bill.ordered() : bill.postponed(day)));
        return all;
    }

    List<SpreadOutcome> spreads() {
        return spreads;
    }

    List<DomainEvent> announcements() {
        return announcements;
    }

    Tally tally() {
        return new Tally(
                looked - deferred,
                billed,
                repriced,
                toDebit.size(),
                withoutCard,
                deferred,
                waiting,
                Optional.ofNullable(missingRate));
    }
}
