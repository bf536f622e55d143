package io.anju.repayment.payment;

import io.anju.kernel.result.Result;
import io.anju.kit.event.DomainEvent;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.collection.BillShares;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.collection.InstalmentAnnouncements;
import io.anju.repayment.collection.LoanEnding;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.LedgerRefusal;
import io.anju.repayment.ledger.model.LoanPostings;
import io.anju.repayment.ledger.model.Posting;
import io.anju.repayment.ledger.model.Transfer;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.payment.model.Allotment;
import io.anju.repayment.payment.model.ReceiptRefusal;
import io.anju.repayment.rail.RailDesk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Money that came to the bank by transfer, posted at the counter on its notice. It is there already: no rail is asked,
 * the posting is the payment.
 */
@ApplicationScoped
public class CounterReceipts {

    /** How often the posting of one notice may have been reversed. */
    private static final int MOST_REVERSALS = 5;

    private final Loans loans;
    private final Bills bills;
    private final BillShares shares;
    private final RailDesk rail;
    private final Ledger ledger;
    private final LoanEnding ending;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final Ids ids;

    CounterReceipts(
            Loans loans,
            Bills bills,
            BillShares shares,
            RailDesk rail,
            Ledger ledger,
            LoanEnding ending,
            Outbox outbox,
            BusinessClock clock,
            Ids ids) {
        this.loans = loans;
        this.bills = bills;
        this.shares = shares;
        this.rail = rail;
        this.ledger = ledger;
        this.ending = ending;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * A transfer notice.
     *
     * @param reference the transfer's own number, which is posted once
     * @param amount fen
     * @param valueDate on which the money came; empty for the day of the posting
     */
    public record Notice(String reference, long amount, Optional<LocalDate> valueDate) {}

    /**
     * What it was used for, and the transfer that it was posted as.
     *
     * @param date business date of the posting
     * @param valueDate for which it counts
     */
    public record Posted(UUID transferId, LocalDate date, LocalDate valueDate, Allotment allotment) {}

    /** Posts the notice for what the loan owes, the oldest first. */
    public Uni<Result<Posted, ReceiptRefusal>> receive(Tx tx, UUID loanId, Notice notice) {
        return loans.findForUpdate(tx, loanId)
                .flatMap(found -> switch (found.map(StoredLoan::loan).orElse(null)) {
                    case null -> refused(new ReceiptRefusal.NoSuchLoan(loanId));
                    case Loan.Opening opening -> refused(new ReceiptRefusal.LoanNotActive(loanId));
                    case Loan.Settled settled -> refused(new ReceiptRefusal.LoanNotActive(loanId));
                    case Loan.Cancelled cancelled -> refused(new ReceiptRefusal.LoanNotActive(loanId));
                    case Loan.Active active -> onItsDay(tx, found.orElseThrow(), active, notice);
                });
    }

    /** Money that came before it was noticed counts from the day on which it came: the bank's delay is its own. */
    private Uni<Result<Posted, ReceiptRefusal>> onItsDay(
            Tx tx, StoredLoan<Loan> stored, Loan.Active loan, Notice notice) {
        LocalDate today = clock.today();
        LocalDate begun = loan.agreement().terms().startDate();
        LocalDate came = dayOf(notice);
        return came.isAfter(today) || came.isBefore(begun)
                ? refused(new ReceiptRefusal.DayNotPossible(came, begun, today))
                : unlessUnderWay(tx, stored, loan, notice);
    }

    private LocalDate dayOf(Notice notice) {
        return notice.valueDate().orElse(clock.today());
    }

    private Uni<Result<Posted, ReceiptRefusal>> unlessUnderWay(
            Tx tx, StoredLoan<Loan> stored, Loan.Active loan, Notice notice) {
        UUID loanId = loan.agreement().id();
        // Asked for together: the second does not wait for the first one's answer.
        return Uni.combine()
                .all()
                .unis(rail.listUnderWay(tx, loanId), bills.listUnpaid(tx, List.of(loanId)))
                .asTuple()
                .flatMap(read -> read.getItem1().isEmpty()
                        ? allot(tx, stored, loan, read.getItem2(), notice)
                        : refused(new ReceiptRefusal.UnderWay(loanId)));
    }

    private Uni<Result<Posted, ReceiptRefusal>> allot(
            Tx tx, StoredLoan<Loan> stored, Loan.Active loan, List<Bill.Unpaid> unpaid, Notice notice) {
        return switch (Allotment.of(unpaid, notice.amount(), dayOf(notice))) {
            case Result.Refused<Allotment, ReceiptRefusal>(ReceiptRefusal refusal) -> refused(refusal);
            case Result.Ok<Allotment, ReceiptRefusal>(Allotment allotment) -> post(tx, stored, loan, allotment, notice);
        };
    }

    private Uni<Result<Posted, ReceiptRefusal>> post(
            Tx tx, StoredLoan<Loan> stored, Loan.Active loan, Allotment allotment, Notice notice) {
        LocalDate today = clock.today();
        LocalDate came = dayOf(notice);
        var transfer = LoanPostings.counterReceipt(
                ids.next(), notice.reference(), loan.agreement().id(), today, allotment.parts());
        return postOnce(tx, transfer, MOST_REVERSALS)
                .flatMap(isNew -> isNew
                        ? shares.addAll(tx, allotment.settledBy(transfer.id(), came, stored.version()))
                                .flatMap(kept -> save(tx, stored, loan, allotment, today))
                                .replaceWith(Result.ok(new Posted(transfer.id(), today, came, allotment)))
                        : refused(new ReceiptRefusal.NoticeUsed(notice.reference())));
    }

    /** A notice counts once; one whose posting was reversed counts again, under a key that names what was undone. */
    private Uni<Boolean> postOnce(Tx tx, Transfer transfer, int reversalsLeft) {
        return ledger.post(tx, transfer).flatMap(answer -> {
            Optional<UUID> standing = findStanding(answer);
            return standing.isEmpty() || reversalsLeft == 0
                    ? Uni.createFrom().item(standing.isEmpty())
                    : ledger.isReversed(tx, standing.get())
                            .flatMap(reversed -> reversed
                                    ? postOnce(tx, transfer.after(standing.get()), reversalsLeft - 1)
                                    : Uni.createFrom().item(false));
        });
    }

    private Uni<Void> save(Tx tx, StoredLoan<Loan> stored, Loan.Active loan, Allotment allotment, LocalDate today) {
        UUID customer = loan.agreement().customerId();
        List<LoanEvent> events = allotment.paidOff().stream()
                .<LoanEvent>map(bill ->
                        new LoanEvent.InstalmentPaid(bill.on(), bill.facts().number(), bill.amount()))
                .toList();
        return tell(
                        tx,
                        allotment.paidOff().stream()
                                .map(bill -> InstalmentAnnouncements.paid(customer, bill))
                                .toList())
                .flatMap(told -> ending.save(tx, stored, loan, events, allotment.bills(), today));
    }

    private Uni<Void> tell(Tx tx, List<DomainEvent> facts) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (DomainEvent fact : facts) {
            told = told.chain(() -> outbox.append(tx, fact));
        }
        return told;
    }

    /** The transfer that stands under the key; empty when it was posted now. */
    private static Optional<UUID> findStanding(Result<Posting, LedgerRefusal> answer) {
        return switch (answer) {
            case Result.Ok<Posting, LedgerRefusal>(Posting.Posted posted) -> Optional.empty();
            case Result.Ok<Posting, LedgerRefusal>(Posting.AlreadyPosted(UUID id)) -> Optional.of(id);
            case Result.Refused<Posting, LedgerRefusal>(LedgerRefusal.KeyTaken taken) ->
                Optional.of(taken.transferId());
            case Result.Refused<Posting, LedgerRefusal>(LedgerRefusal other) ->
                throw new IllegalStateException(other.toString());
        };
    }

    private static <T> Uni<Result<T, ReceiptRefusal>> refused(ReceiptRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
