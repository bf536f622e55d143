package io.anju.repayment.prepayment.model;

import io.anju.kernel.prepay.EarlyDay;
import io.anju.kernel.prepay.PaidAhead;
import io.anju.kernel.prepay.PrepaymentComparison;
import io.anju.kernel.prepay.PrepaymentPolicy;
import io.anju.kernel.prepay.Settlement;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.Outlook;
import io.anju.repayment.collection.model.Bill;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What is offered to a borrower who wants to repay early. */
public final class PrepaymentRules {

    /** Beside the kinds of a loan's events, what may have happened to it. */
    private static final String BILL_CHANGED = "BILL_CHANGED";

    private PrepaymentRules() {}

    /**
     * A loan that may be repaid early.
     *
     * @param loanVersion number of its events
     * @param unpaid its unpaid bills, oldest first: they are paid first
     * @param paidAhead the running instalment when it is paid already
     * @param nextRepricing day on which a floating rate is fixed anew: what holds until then is known, and no more
     * @param happened kinds of its events since the quote at hand was made, oldest first
     * @param held an order that rests on its figures, or on what its bills owe, is under way
     * @param policy what its contract says of repaying early
     */
    public record Candidate(
            UUID loanId,
            LoanPosition position,
            long loanVersion,
            List<Bill.Unpaid> unpaid,
            Optional<PaidAhead> paidAhead,
            Optional<LocalDate> nextRepricing,
            List<String> happened,
            boolean held,
            PrepaymentPolicy policy) {

        public Candidate {
            unpaid = List.copyOf(unpaid);
            happened = List.copyOf(happened);
        }

        /** What is paid before anything is repaid early on a day. */
        List<OverdueBill> overdueOn(LocalDate day) {
            return OverdueBill.of(unpaid, day);
        }

        /**
         * The last day that can be promised today: the one before the next due date or repricing day. The repricing day
         * itself can be, when it is today: the interest up to it is the old rate's.
         */
        LocalDate lastDay(LocalDate today) {
            LocalDate due = position.nextDue();
            LocalDate end = nextRepricing.filter(day -> day.isBefore(due)).orElse(due);
            return end.equals(today) && today.isBefore(due) ? today : end.minusDays(1);
        }
    }

    /**
     * What is asked for.
     *
     * @param amount fen of principal beyond what is overdue; all that is outstanding, or the settlement figure, means
     *     everything
     * @param full everything
     */
    public record Ask(LocalDate date, long amount, boolean full) {

        /** What the same borrower would ask for today, the quote not being honoured any more. */
        public static Ask again(Quote quote, Candidate loan, LocalDate today) {
            boolean stillAhead = !quote.date().isBefore(today) && !quote.date().isAfter(loan.lastDay(today));
            return new Ask(stillAhead ? quote.date() : today, quote.principal(), quote.way() == Way.FULL);
        }
    }

    /** Every way side by side, each with an id of its own. */
    public static Result<Offer, PrepaymentRefusal> offer(Candidate loan, Ask ask, LocalDate today, Supplier<UUID> ids) {
        Optional<PrepaymentRefusal> refusal = findRefusal(loan, ask, today);
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        EarlyDay day = EarlyDay.of(loan.position(), ask.date())
                .askedOn(today)
                .overdue(OverdueBill.total(loan.overdueOn(ask.date())))
                .paidAhead(loan.paidAhead());
        return Settlement.on(day, loan.policy())
                .refusedAs(reason -> refusal(reason, loan))
                .flatMap(whole -> offer(loan, day, ask, whole, ids));
    }

    private static Result<Offer, PrepaymentRefusal> offer(
            Candidate loan, EarlyDay day, Ask ask, Settlement whole, Supplier<UUID> ids) {
        long outstanding = whole.principal();
        if (ask.full() || ask.amount() == outstanding || ask.amount() == whole.total()) {
            return Result.ok(everything(loan, whole, ids));
        }
        if (ask.amount() > outstanding) {
            return Result.refused(new PrepaymentRefusal.AboveOutstanding(outstanding, whole.total(), ask.amount()));
        }
        return PrepaymentComparison.on(day, ask.amount(), loan.policy())
                .refusedAs(reason -> refusal(reason, loan))
                .map(part -> bothWays(loan, part, ids));
    }

    /** Whether an offer can still be taken. */
    public static Optional<PrepaymentRefusal> findRefusal(Quote quote, Candidate loan, LocalDate today) {
        if (today.isAfter(quote.date())) {
            return Optional.of(new PrepaymentRefusal.QuoteExpired(quote.id(), quote.date(), Optional.empty()));
        }
        return findRefusalOnItsDay(quote, loan);
    }

    /**
     * Whether an offer that was taken before can still be honoured when its day has come. The bank may be late with it:
     * that is not the borrower's fault, and the figures are those of the day all the same.
     */
    public static Optional<PrepaymentRefusal> findRefusalOnItsDay(Quote quote, Candidate loan) {
        if (loan.loanVersion() != quote.loanVersion()) {
            return Optional.of(new PrepaymentRefusal.QuoteOvertaken(quote.id(), loan.happened(), Optional.empty()));
        }
        // Its outcome decides what is overdue.
        return findObstacle(loan).or(() -> findChangeOfBills(quote, loan));
    }

    /** A bill that was paid in part, or waived, owes something else, and that is no event of the loan. */
    private static Optional<PrepaymentRefusal> findChangeOfBills(Quote quote, Candidate loan) {
        return loan.overdueOn(quote.date()).equals(quote.overdue())
                ? Optional.empty()
                : Optional.of(
                        new PrepaymentRefusal.QuoteOvertaken(quote.id(), List.of(BILL_CHANGED), Optional.empty()));
    }

    private static Optional<PrepaymentRefusal> findRefusal(Candidate loan, Ask ask, LocalDate today) {
        LocalDate last = loan.lastDay(today);
        if (last.isBefore(today)) {
            return Optional.of(new PrepaymentRefusal.NotCaughtUp(last.plusDays(1)));
        }
        if (ask.date().isBefore(today) || ask.date().isAfter(last)) {
            return Optional.of(new PrepaymentRefusal.DateNotOffered(ask.date(), today, last));
        }
        return findObstacle(loan);
    }

    private static Optional<PrepaymentRefusal> findObstacle(Candidate loan) {
        return loan.held() ? Optional.of(new PrepaymentRefusal.UnderWay(loan.loanId())) : Optional.empty();
    }

    private static Offer everything(Candidate loan, Settlement whole, Supplier<UUID> ids) {
        Outlook unchanged = Outlook.of(loan.position());
        Quote quote = new Quote(
                ids.get(),
                loan.loanId(),
                whole.date(),
                Way.FULL,
                loan.overdueOn(whole.date()),
                whole.principal(),
                whole.interest(),
                whole.compensation(),
                unchanged.interest() - whole.interest(),
                loan.loanVersion());
        return new Offer(unchanged, List.of(new Offer.Choice(quote, Optional.empty())));
    }

    private static Offer bothWays(Candidate loan, PrepaymentComparison part, Supplier<UUID> ids) {
        List<Offer.Choice> choices = new ArrayList<>();
        part.shorterTerm().ifPresent(shorter -> choices.add(choice(loan, part, Way.SHORTER_TERM, shorter, ids)));
        part.smallerInstalment()
                .ifPresent(smaller -> choices.add(choice(loan, part, Way.SMALLER_INSTALMENT, smaller, ids)));
        return new Offer(part.unchanged(), choices);
    }

    private static Offer.Choice choice(
            Candidate loan, PrepaymentComparison part, Way way, Outlook outlook, Supplier<UUID> ids) {
        Quote quote = new Quote(
                ids.get(),
                loan.loanId(),
                part.date(),
                way,
                loan.overdueOn(part.date()),
                part.principal(),
                part.interest(),
                part.compensation(),
                part.interestSaved(outlook),
                loan.loanVersion());
        return new Offer.Choice(quote, Optional.of(outlook));
    }

    private static PrepaymentRefusal refusal(io.anju.kernel.prepay.PrepaymentRefusal reason, Candidate loan) {
        LocalDate last = loan.position().nextDue().minusDays(1);
        return switch (reason) {
            case io.anju.kernel.prepay.PrepaymentRefusal.BelowMinimum(long minimum, long amount) ->
                new PrepaymentRefusal.BelowMinimum(minimum, amount);
            case io.anju.kernel.prepay.PrepaymentRefusal.NotPartial(long outstanding, long amount) ->
                new PrepaymentRefusal.AboveOutstanding(outstanding, outstanding, amount);
            case io.anju.kernel.prepay.PrepaymentRefusal.DateNotInPeriod(LocalDate date, LocalDate from, var nextDue) ->
                new PrepaymentRefusal.DateNotOffered(date, from, last);
            case io.anju.kernel.prepay.PrepaymentRefusal.NoticeTooShort(LocalDate asked, LocalDate date, int days) ->
                new PrepaymentRefusal.DateNotOffered(date, asked.plusDays(days), last);
            case io.anju.kernel.prepay.PrepaymentRefusal.AlreadySettled settled ->
                new PrepaymentRefusal.LoanNotActive(loan.loanId());
        };
    }
}
