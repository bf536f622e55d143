package io.anju.repayment.account;

import io.anju.kernel.prepay.EarlyDay;
import io.anju.kernel.prepay.PrepaymentRefusal;
import io.anju.kernel.prepay.Settlement;
import io.anju.kernel.result.Result;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.account.model.InstalmentRow;
import io.anju.repayment.account.model.RateHistory;
import io.anju.repayment.account.model.Schedules;
import io.anju.repayment.account.model.SettlementFigure;
import io.anju.repayment.arrears.Classification;
import io.anju.repayment.arrears.model.Arrears;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.prepayment.model.OverdueBill;
import io.anju.repayment.prepayment.model.RunningInstalment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads loan accounts for their owners; somebody else's loan is as if there were none. */
@ApplicationScoped
public class LoanAccounts {

    /** Events of a kind that are read of one loan; more than any loan has. */
    private static final int MOST_EVENTS = 1000;

    private final Loans loans;
    private final Bills bills;
    private final Ledger ledger;
    private final Classification classification;
    private final BusinessClock clock;

    LoanAccounts(Loans loans, Bills bills, Ledger ledger, Classification classification, BusinessClock clock) {
        this.loans = loans;
        this.bills = bills;
        this.ledger = ledger;
        this.classification = classification;
        this.clock = clock;
    }

    /**
     * A loan, what is owed of its principal and how late it is.
     *
     * @param principalOwed fen, billed or not, as the ledger has it
     */
    public record Standing(StoredLoan<Loan> stored, long principalOwed, Arrears arrears) {

        /** The loan's id. */
        public UUID id() {
            return stored.loan().agreement().id();
        }
    }

    /** The customer's loans. */
    public Uni<List<Standing>> list(Tx tx, UUID customerId, Optional<UUID> after, int limit) {
        return loans.listOfCustomer(tx, customerId, after, limit).flatMap(found -> standings(tx, found));
    }

    /** One of them. */
    public Uni<Optional<Standing>> find(Tx tx, UUID customerId, UUID loanId) {
        return loans.findOwned(tx, customerId, loanId)
                .flatMap(found -> standings(tx, found.stream().toList()))
                .map(standings -> standings.stream().findFirst());
    }

    private Uni<List<Standing>> standings(Tx tx, List<StoredLoan<Loan>> found) {
        List<UUID> ids =
                found.stream().map(stored -> stored.loan().agreement().id()).toList();
        return ledger.principalOwed(tx, ids)
                .flatMap(owed -> classification
                        .of(tx, ids)
                        .map(arrears -> found.stream()
                                .map(stored -> new Standing(
                                        stored,
                                        owed.getOrDefault(
                                                stored.loan().agreement().id(), 0L),
                                        arrears.getOrDefault(
                                                stored.loan().agreement().id(), Arrears.NONE)))
                                .toList()));
    }

    /** All its instalments, billed and to come; none before it is paid out. */
    public Uni<Optional<List<InstalmentRow>>> schedule(Tx tx, UUID customerId, UUID loanId) {
        return ofOwned(tx, customerId, loanId, loan -> switch (loan) {
            case Loan.Opening opening -> Uni.createFrom().item(List.of());
            case Loan.Cancelled cancelled -> Uni.createFrom().item(List.of());
            case Loan.Active active -> rows(tx, loanId, active.position());
            case Loan.Settled settled -> rows(tx, loanId, settled.position());
        });
    }

    /** How its rate came to be what it is: the days on which it was fixed anew, and what was agreed about it. */
    public Uni<Optional<RateHistory>> rateHistory(Tx tx, UUID customerId, UUID loanId) {
        return ofOwned(
                tx,
                customerId,
                loanId,
                loan -> loans.listEvents(tx, loanId, LoanEvent.Repriced.class, MOST_EVENTS)
                        .flatMap(fixed -> loans.listEvents(tx, loanId, LoanEvent.RateTermsChanged.class, MOST_EVENTS)
                                .map(agreed -> new RateHistory(loan, fixed, agreed))));
    }

    /** What would settle it on a day, today when empty; nothing when it is not active or the day is not offered. */
    public Uni<Optional<Optional<SettlementFigure>>> settlement(
            Tx tx, UUID customerId, UUID loanId, Optional<LocalDate> date) {
        LocalDate day = date.orElse(clock.today());
        return ofOwned(
                tx,
                customerId,
                loanId,
                loan -> loan instanceof Loan.Active active && isOffered(active, day)
                        ? bills.listOfLoan(tx, loanId)
                                .map(all ->
                                        findFigure(active, all, day).map(figure -> SettlementFigure.of(active, figure)))
                        : Uni.createFrom().item(Optional.empty()));
    }

    private static Optional<Settlement> findFigure(Loan.Active loan, List<Bill> all, LocalDate day) {
        List<Bill.Unpaid> unpaid = all.stream()
                .filter(Bill.Unpaid.class::isInstance)
                .map(Bill.Unpaid.class::cast)
                .toList();
        // As a quote has it: the figure is what taking the quote costs.
        long overdue = OverdueBill.total(OverdueBill.of(unpaid, day));
        EarlyDay early = EarlyDay.of(loan.position(), day)
                .overdue(overdue)
                .paidAhead(RunningInstalment.findPaid(loan.position(), all));
        return switch (Settlement.on(
                early, loan.agreement().conditions().prepayment().policy())) {
            case Result.Ok<Settlement, PrepaymentRefusal>(Settlement figure) -> Optional.of(figure);
            case Result.Refused<Settlement, PrepaymentRefusal> refused -> Optional.empty();
        };
    }

    private boolean isOffered(Loan.Active loan, LocalDate day) {
        return !day.isBefore(clock.today())
                && (!loan.isBilling() || day.isBefore(loan.position().nextDue()));
    }

    private Uni<List<InstalmentRow>> rows(Tx tx, UUID loanId, io.anju.kernel.schedule.LoanPosition position) {
        return bills.listOfLoan(tx, loanId)
                .flatMap(all -> loans.listEvents(tx, loanId, LoanEvent.Prepaid.class, MOST_EVENTS)
                        .map(prepaid -> Schedules.of(position, all, prepaid, clock.today())));
    }

    private <T> Uni<Optional<T>> ofOwned(Tx tx, UUID customerId, UUID loanId, Function<Loan, Uni<T>> work) {
        return loans.findOwned(tx, customerId, loanId)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : work.apply(found.get().loan()).map(Optional::of));
    }
}
