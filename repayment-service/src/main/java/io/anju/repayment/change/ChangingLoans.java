package io.anju.repayment.change;

import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.change.model.AgreedChange;
import io.anju.repayment.change.model.ChangeAsk;
import io.anju.repayment.change.model.ChangeCandidate;
import io.anju.repayment.change.model.ChangeOffer;
import io.anju.repayment.change.model.ChangeQuote;
import io.anju.repayment.change.model.ChangeRefusal;
import io.anju.repayment.change.model.ChangeRules;
import io.anju.repayment.change.model.Exceptions;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.PublishedRates;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.prepayment.Prepayments;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Offers to change plan or rate, and takes the borrower at the offer. */
@ApplicationScoped
public class ChangingLoans {

    /** Events that are read of one loan; more than any loan has of them. */
    private static final int MOST_EVENTS = 2_000;

    private static final int HAPPENED_MOST = 20;

    private final Loans loans;
    private final Bills bills;
    private final Prepayments prepayments;
    private final PublishedRates rates;
    private final Changes changes;
    private final ChangeExecution execution;
    private final RateGrants grants;
    private final ChangeConfig config;
    private final BusinessClock clock;
    private final Ids ids;

    ChangingLoans(
            Loans loans,
            Bills bills,
            Prepayments prepayments,
            PublishedRates rates,
            Changes changes,
            ChangeExecution execution,
            RateGrants grants,
            ChangeConfig config,
            BusinessClock clock,
            Ids ids) {
        this.loans = loans;
        this.bills = bills;
        this.prepayments = prepayments;
        this.rates = rates;
        this.changes = changes;
        this.execution = execution;
        this.grants = grants;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
    }

    /** Simulates what is asked for, and keeps it as an offer. */
    public Uni<Result<ChangeOffer, ChangeRefusal>> quote(Tx tx, UUID customerId, UUID loanId, ChangeAsk ask) {
        return grant(tx, customerId, loanId, ask, Exceptions.NONE);
    }

    /** The same where officers grant exceptions. */
    Uni<Result<ChangeOffer, ChangeRefusal>> grant(
            Tx tx, UUID customerId, UUID loanId, ChangeAsk ask, Exceptions granted) {
        return onCandidate(tx, customerId, loanId, (stored, candidate) -> offer(tx, candidate, ask, granted));
    }

    /** What would be offered, with exceptions; nothing is kept that could be taken. */
    Uni<Result<ChangeOffer, ChangeRefusal>> preview(
            Tx tx, UUID customerId, UUID loanId, ChangeAsk ask, Exceptions granted) {
        return onCandidate(tx, customerId, loanId, (stored, candidate) -> simulate(tx, candidate, ask, granted));
    }

    /** Offers with exceptions and takes the offer in one, for two people who have decided it. */
    Uni<Result<AgreedChange, ChangeRefusal>> grantAndTake(
            Tx tx, UUID customerId, UUID loanId, ChangeAsk ask, Exceptions granted) {
        return onCandidate(
                tx,
                customerId,
                loanId,
                (stored, candidate) -> offer(tx, candidate, ask, granted).flatMap(result -> switch (result) {
                    case Result.Refused<ChangeOffer, ChangeRefusal>(ChangeRefusal refusal) -> refused(refusal);
                    case Result.Ok<ChangeOffer, ChangeRefusal>(ChangeOffer offer) ->
                        takeFrom(tx, stored, offer.quote()).map(Result::ok);
                }));
    }

    /**
     * Takes an offer: the loan is changed at once, or waits for an amendment of its contract. One that is not honoured
     * any more is refused with the same offered anew, on the grant that it rested on if that still holds; that offer is
     * kept although this is refused.
     */
    public Uni<Result<AgreedChange, ChangeRefusal>> take(
            Tx tx, UUID customerId, UUID loanId, ChangeAsk.Subject subject, UUID quoteId) {
        return onActive(
                tx,
                customerId,
                loanId,
                stored -> changes.findQuote(tx, loanId, quoteId)
                        .map(found -> found.filter(quote -> quote.ask().kind().subject() == subject))
                        .flatMap(found -> found.isEmpty()
                                ? refused(new ChangeRefusal.NoSuchQuote(quoteId))
                                : changes.isTaken(tx, quoteId)
                                        .flatMap(taken -> taken
                                                ? refused(new ChangeRefusal.QuoteTaken(quoteId))
                                                : takeIfGood(tx, stored, found.get()))));
    }

    /** What became of an offer that was taken. */
    public Uni<Optional<AgreedChange>> find(Tx tx, UUID customerId, UUID loanId, ChangeAsk.Subject subject, UUID id) {
        return loans.findOwned(tx, customerId, loanId)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<AgreedChange>empty())
                        : changes.find(tx, loanId, id))
                .map(found -> found.filter(change -> change.quote().ask().kind().subject() == subject));
    }

    /** The offers of a loan that were taken, the newest first; empty when there is no such loan of this customer. */
    public Uni<Optional<List<AgreedChange>>> list(
            Tx tx, UUID customerId, UUID loanId, ChangeAsk.Subject subject, Optional<UUID> before, int limit) {
        return loans.findOwned(tx, customerId, loanId)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : changes.list(tx, loanId, subject, before, limit).map(Optional::of));
    }

    private Uni<Result<ChangeOffer, ChangeRefusal>> offer(
            Tx tx, ChangeCandidate candidate, ChangeAsk ask, Exceptions granted) {
        return simulate(tx, candidate, ask, granted)
                .flatMap(result -> result instanceof Result.Ok<ChangeOffer, ChangeRefusal>(ChangeOffer offer)
                        ? changes.addQuote(tx, offer.quote(), clock.now()).replaceWith(result)
                        : Uni.createFrom().item(result));
    }

    private Uni<Result<ChangeOffer, ChangeRefusal>> simulate(
            Tx tx, ChangeCandidate candidate, ChangeAsk ask, Exceptions granted) {
        return rates.all(tx)
                .flatMap(series -> rates.averages(tx)
                        .map(averages -> new ChangeRules.Day(
                                clock.today(), series, config.policy().with(averages))))
                .map(day -> ChangeRules.offer(candidate, ask, day, ids.next(), granted));
    }

    private Uni<Result<AgreedChange, ChangeRefusal>> takeIfGood(
            Tx tx, StoredLoan<Loan.Active> stored, ChangeQuote quote) {
        return candidate(tx, stored, quote.loanVersion()).flatMap(candidate -> {
            Optional<ChangeRefusal> refusal = ChangeRules.findRefusal(quote, candidate, clock.today());
            return switch (refusal.orElse(null)) {
                case null -> takeFrom(tx, stored, quote).map(Result::ok);
                case ChangeRefusal.QuoteEnded ended -> offerAnew(tx, candidate, quote, ended);
                case ChangeRefusal other -> refused(other);
            };
        });
    }

    private Uni<AgreedChange> takeFrom(Tx tx, StoredLoan<Loan.Active> stored, ChangeQuote quote) {
        var taken = new AgreedChange.Awaiting(ids.next(), quote, clock.now());
        return quote.needsAmendment() ? execution.await(tx, stored, taken) : execution.execute(tx, stored, taken);
    }

    private Uni<Result<AgreedChange, ChangeRefusal>> offerAnew(
            Tx tx, ChangeCandidate candidate, ChangeQuote quote, ChangeRefusal.QuoteEnded ended) {
        return grants.exceptions(tx, quote)
                .flatMap(granted -> offer(tx, candidate, quote.ask(), granted))
                .call(result -> grants.offeredAnew(tx, result))
                .map(result -> Result.refused(
                        result instanceof Result.Ok<ChangeOffer, ChangeRefusal>(ChangeOffer fresh)
                                ? ended.withFresh(fresh)
                                : ended));
    }

    private Uni<ChangeCandidate> candidate(Tx tx, StoredLoan<Loan.Active> stored, long since) {
        UUID loanId = stored.loan().agreement().id();
        return bills.listUnpaid(tx, List.of(loanId))
                .flatMap(unpaid -> prepayments
                        .listScheduled(tx, List.of(loanId))
                        .flatMap(scheduled -> loans.listAllEvents(tx, loanId, MOST_EVENTS)
                                .flatMap(events -> loans.listHappenedSince(tx, loanId, since, HAPPENED_MOST)
                                        .map(happened -> new ChangeCandidate(
                                                stored.loan(),
                                                stored.version(),
                                                unpaid.stream()
                                                        .map(bill ->
                                                                bill.facts().number())
                                                        .findFirst(),
                                                scheduled.stream()
                                                        .map(early ->
                                                                early.quote().date())
                                                        .findFirst(),
                                                agreed(events),
                                                happened)))));
    }

    private static List<LoanEvent.Changed> agreed(List<LoanEvent> events) {
        return events.stream()
                .filter(LoanEvent.Changed.class::isInstance)
                .map(LoanEvent.Changed.class::cast)
                .toList();
    }

    /** Work on an active loan as it stands now. */
    private <T> Uni<Result<T, ChangeRefusal>> onCandidate(
            Tx tx,
            UUID customerId,
            UUID loanId,
            BiFunction<StoredLoan<Loan.Active>, ChangeCandidate, Uni<Result<T, ChangeRefusal>>> work) {
        return onActive(
                tx,
                customerId,
                loanId,
                stored -> candidate(tx, stored, stored.version()).flatMap(candidate -> work.apply(stored, candidate)));
    }

    private <T> Uni<Result<T, ChangeRefusal>> onActive(
            Tx tx,
            UUID customerId,
            UUID loanId,
            Function<StoredLoan<Loan.Active>, Uni<Result<T, ChangeRefusal>>> work) {
        return loans.findOwnedForUpdate(tx, customerId, loanId).flatMap(found -> switch (found.map(StoredLoan::loan)
                .orElse(null)) {
            case null -> refused(new ChangeRefusal.NoSuchLoan(loanId));
            case Loan.Active active
            when active.isBilling() ->
                work.apply(new StoredLoan<>(active, found.orElseThrow().version()));
            case Loan other -> refused(new ChangeRefusal.LoanNotActive(loanId));
        });
    }

    private static <T> Uni<Result<T, ChangeRefusal>> refused(ChangeRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
