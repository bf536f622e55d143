package io.anju.repayment.prepayment.model;

import io.anju.kernel.prepay.CompensationRule;
import io.anju.kernel.prepay.PrepaymentPolicy;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What is offered to a borrower who wants to repay early. */
public final class PrepaymentRules {

    private PrepaymentRules() {}

    /**
     * A loan that may be repaid early.
     *
     * @param loanVersion number of its events
     * @param oldestUnpaid number of its oldest unpaid instalment: that one is paid first
     */
    public record Candidate(
            UUID loanId, LoanPosition position, long loanVersion, Optional<Integer> oldestUnpaid, boolean held) {}

    /**
     * What is asked for.
     *
     * @param amount fen of principal; all that is outstanding, or the settlement figure, means everything
     * @param full everything
     */
    public record Ask(LocalDate date, long amount, boolean full) {}

    /** Every way side by side, each with an id of its own. */
    public static Result<Offer, PrepaymentRefusal> offer(
            Candidate loan, Ask ask, LocalDate today, PrepaymentPolicy policy, Supplier<UUID> ids) {
        Optional<PrepaymentRefusal> refusal = findRefusal(loan, ask, today);
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        var day = new EarlyDay(loan.position(), ask.date());
        long outstanding = loan.position().state().outstanding();
        long toSettle = outstanding + day.interest(outstanding) + day.compensation(outstanding, policy.compensation());
        if (ask.full() || ask.amount() == outstanding || ask.amount() == toSettle) {
            return Result.ok(offer(loan, day, outstanding, policy.compensation(), List.of(Way.FULL), ids));
        }
        if (ask.amount() > outstanding) {
            return Result.refused(new PrepaymentRefusal.AboveOutstanding(outstanding, toSettle, ask.amount()));
        }
        if (ask.amount() < policy.minimum()) {
            return Result.refused(new PrepaymentRefusal.BelowMinimum(policy.minimum(), ask.amount()));
        }
        boolean bullet = loan.position().state().method() == Method.BULLET;
        List<Way> ways = bullet ? List.of(Way.SMALLER_INSTALMENT) : List.of(Way.SHORTER_TERM, Way.SMALLER_INSTALMENT);
        return Result.ok(offer(loan, day, ask.amount(), policy.compensation(), ways, ids));
    }

    /** Whether an offer can still be taken. */
    public static Optional<PrepaymentRefusal> findRefusal(Quote quote, Candidate loan, LocalDate today) {
        if (today.isAfter(quote.date())) {
            return Optional.of(new PrepaymentRefusal.QuoteExpired(quote.id(), quote.date()));
        }
        if (loan.loanVersion() != quote.loanVersion()) {
            return Optional.of(new PrepaymentRefusal.QuoteOvertaken(quote.id()));
        }
        return findObstacle(loan);
    }

    private static Optional<PrepaymentRefusal> findRefusal(Candidate loan, Ask ask, LocalDate today) {
        LocalDate last = loan.position().nextDue().minusDays(1);
        if (ask.date().isBefore(today) || ask.date().isAfter(last)) {
            return Optional.of(new PrepaymentRefusal.DateNotOffered(ask.date(), today, last));
        }
        return findObstacle(loan);
    }

    private static Optional<PrepaymentRefusal> findObstacle(Candidate loan) {
        if (loan.oldestUnpaid().isPresent()) {
            return Optional.of(
                    new PrepaymentRefusal.InstalmentUnpaid(loan.oldestUnpaid().get()));
        }
        return loan.held() ? Optional.of(new PrepaymentRefusal.UnderWay(loan.loanId())) : Optional.empty();
    }

    private static Offer offer(
            Candidate loan, EarlyDay day, long principal, CompensationRule rule, List<Way> ways, Supplier<UUID> ids) {
        Outlook unchanged = Outlook.of(loan.position());
        List<Offer.Choice> choices = new ArrayList<>();
        for (Way way : ways) {
            LoanPosition after = day.after(principal, way);
            Optional<Outlook> outlook = after.state().isSettled() ? Optional.empty() : Optional.of(Outlook.of(after));
            long interestToCome = outlook.map(Outlook::interest).orElse(0L);
            choices.add(new Offer.Choice(
                    new Quote(
                            ids.get(),
                            loan.loanId(),
                            day.date(),
                            way,
                            principal,
                            day.interest(principal),
                            day.compensation(principal, rule),
                            unchanged.interest() - day.interest(principal) - interestToCome,
                            loan.loanVersion()),
                    outlook));
        }
        return new Offer(unchanged, choices);
    }
}
