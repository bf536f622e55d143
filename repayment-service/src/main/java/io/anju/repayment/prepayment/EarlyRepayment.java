package io.anju.repayment.prepayment;

import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.card.Cards;
import io.anju.repayment.card.model.Card;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.prepayment.model.Offer;
import io.anju.repayment.prepayment.model.Prepayment;
import io.anju.repayment.prepayment.model.PrepaymentRefusal;
import io.anju.repayment.prepayment.model.PrepaymentRules;
import io.anju.repayment.prepayment.model.Quote;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/**
 * Offers to repay early, and takes the borrower at the offer. What follows is {@link PrepaymentDebits}'s; an offer for a
 * later day is {@link PrepaymentsOfTheDay}'s until then.
 */
@ApplicationScoped
public class EarlyRepayment {

    private final Loans loans;
    private final Bills bills;
    private final Cards cards;
    private final Prepayments prepayments;
    private final PrepaymentOrders orders;
    private final BusinessClock clock;
    private final Ids ids;

    EarlyRepayment(
            Loans loans,
            Bills bills,
            Cards cards,
            Prepayments prepayments,
            PrepaymentOrders orders,
            BusinessClock clock,
            Ids ids) {
        this.loans = loans;
        this.bills = bills;
        this.cards = cards;
        this.prepayments = prepayments;
        this.orders = orders;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Offers every way of repaying an amount on a day.
     *
     * @param date today when empty
     * @param amount fen of principal
     * @param full everything, whatever the amount
     */
    public Uni<Result<Offer, PrepaymentRefusal>> quote(
            Tx tx, UUID customerId, UUID loanId, Optional<LocalDate> date, long amount, boolean full) {
        var ask = new PrepaymentRules.Ask(date.orElse(clock.today()), amount, full);
        return onActive(
                tx,
                customerId,
                loanId,
                stored -> orders.candidate(tx, stored).flatMap(candidate -> offer(tx, candidate, ask)));
    }

    /**
     * What the borrower takes.
     *
     * @param quote id of the offer
     * @param card a bound card; empty for the preferred one
     * @param amount fen, what the offer costs in all; empty where the borrower does not repeat it
     */
    public record Taking(UUID quote, Optional<UUID> card, OptionalLong amount) {}

    /**
     * Takes an offer: its amount is debited on the offer's day, and the loan changes as offered when the money has come.
     * One that is not honoured any more is refused with the same offered anew; that offer is kept although this is refused.
     */
    public Uni<Result<Prepayment, PrepaymentRefusal>> take(Tx tx, UUID customerId, UUID loanId, Taking taking) {
        return onActive(
                tx,
                customerId,
                loanId,
                stored -> prepayments
                        .findQuote(tx, loanId, taking.quote())
                        .flatMap(found -> found.isEmpty()
                                ? refused(new PrepaymentRefusal.NoSuchQuote(taking.quote()))
                                : takeUnlessTaken(tx, stored, found.get(), taking)));
    }

    private Uni<Result<Prepayment, PrepaymentRefusal>> takeUnlessTaken(
            Tx tx, StoredLoan<Loan.Active> stored, Quote quote, Taking taking) {
        long amount = taking.amount().orElse(quote.total());
        if (amount != quote.total()) {
            return refused(new PrepaymentRefusal.AmountDiffers(quote.total(), amount));
        }
        return prepayments
                .isTaken(tx, quote.id())
                .flatMap(taken -> taken
                        ? refused(new PrepaymentRefusal.QuoteTaken(quote.id()))
                        : takeIfGood(tx, stored, quote, taking.card()));
    }

    /** Cancels what was taken for a later day. The loan's lock decides between this and the day's beginning. */
    public Uni<Result<Prepayment, PrepaymentRefusal>> cancel(Tx tx, UUID customerId, UUID loanId, UUID id) {
        return loans.findOwnedForUpdate(tx, customerId, loanId)
                .flatMap(owned -> owned.isEmpty()
                        ? Uni.createFrom().item(Optional.<Prepayment>empty())
                        : prepayments.find(tx, loanId, id))
                .flatMap(found -> switch (found.orElse(null)) {
                    case null -> refused(new PrepaymentRefusal.NoSuchPrepayment(id));
                    case Prepayment.Scheduled scheduled ->
                        prepayments.save(tx, scheduled.cancelled()).replaceWith(Result.ok(scheduled.cancelled()));
                    // Asked for again: it is as it was wanted.
                    case Prepayment.Cancelled cancelled -> Uni.createFrom().item(Result.ok(cancelled));
                    default -> refused(new PrepaymentRefusal.NotCancellable(id));
                });
    }

    /** What became of an offer that was taken. */
    public Uni<Optional<Prepayment>> find(Tx tx, UUID customerId, UUID loanId, UUID id) {
        return loans.findOwned(tx, customerId, loanId)
                .flatMap(found ->
                        found.isEmpty() ? Uni.createFrom().item(Optional.empty()) : prepayments.find(tx, loanId, id));
    }

    /** The offers of a loan that were taken, the newest first; empty when there is no such loan of this customer. */
    public Uni<Optional<List<Prepayment>>> list(Tx tx, UUID customerId, UUID loanId, Optional<UUID> before, int limit) {
        return loans.findOwned(tx, customerId, loanId)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : prepayments.listOfLoan(tx, loanId, before, limit).map(Optional::of));
    }

    private Uni<Result<Offer, PrepaymentRefusal>> offer(
            Tx tx, PrepaymentRules.Candidate candidate, PrepaymentRules.Ask ask) {
        return keep(tx, PrepaymentRules.offer(candidate, ask, clock.today(), ids::next));
    }

    private Uni<Result<Offer, PrepaymentRefusal>> keep(Tx tx, Result<Offer, PrepaymentRefusal> result) {
        if (result instanceof Result.Ok<Offer, PrepaymentRefusal>(Offer offer)) {
            List<Quote> quotes =
                    offer.choices().stream().map(Offer.Choice::quote).toList();
            return prepayments.addQuotes(tx, quotes, clock.now()).replaceWith(result);
        }
        return Uni.createFrom().item(result);
    }

    private Uni<Result<Prepayment, PrepaymentRefusal>> takeIfGood(
            Tx tx, StoredLoan<Loan.Active> stored, Quote quote, Optional<UUID> card) {
        return orders.candidate(tx, stored, quote.loanVersion()).flatMap(candidate -> {
            Optional<PrepaymentRefusal> refusal = PrepaymentRules.findRefusal(quote, candidate, clock.today());
            return switch (refusal.orElse(null)) {
                case null -> takeFrom(tx, stored, quote, card);
                case PrepaymentRefusal.QuoteEnded ended -> offerAnew(tx, candidate, quote, ended);
                case PrepaymentRefusal other -> refused(other);
            };
        });
    }

    private Uni<Result<Prepayment, PrepaymentRefusal>> offerAnew(
            Tx tx, PrepaymentRules.Candidate candidate, Quote quote, PrepaymentRefusal.QuoteEnded ended) {
        return offer(tx, candidate, PrepaymentRules.Ask.again(quote, candidate, clock.today()))
                .map(result -> Result.refused(
                        result instanceof Result.Ok<Offer, PrepaymentRefusal>(Offer fresh)
                                ? ended.withFresh(fresh)
                                : ended));
    }

    private Uni<Result<Prepayment, PrepaymentRefusal>> takeFrom(
            Tx tx, StoredLoan<Loan.Active> stored, Quote quote, Optional<UUID> asked) {
        return findCard(tx, stored.loan().agreement().customerId(), asked)
                .flatMap(card -> card.isEmpty()
                        ? refused(new PrepaymentRefusal.NoCard())
                        : takeFrom(tx, stored, quote, card.get()).map(Result::ok));
    }

    private Uni<Prepayment> takeFrom(Tx tx, StoredLoan<Loan.Active> stored, Quote quote, Card.Bound card) {
        var scheduled = new Prepayment.Scheduled(ids.next(), quote, clock.now(), card.id());
        return clock.today().isBefore(quote.date())
                ? prepayments.save(tx, scheduled).replaceWith(scheduled)
                : orders.place(tx, stored, scheduled.begun(), card).map(pending -> pending);
    }

    private <T> Uni<Result<T, PrepaymentRefusal>> onActive(
            Tx tx,
            UUID customerId,
            UUID loanId,
            Function<StoredLoan<Loan.Active>, Uni<Result<T, PrepaymentRefusal>>> work) {
        return loans.findOwnedForUpdate(tx, customerId, loanId).flatMap(found -> switch (found.map(StoredLoan::loan)
                .orElse(null)) {
            case null -> refused(new PrepaymentRefusal.NoSuchLoan(loanId));
            case Loan.Opening opening -> refused(new PrepaymentRefusal.LoanNotActive(loanId));
            case Loan.Settled settled -> refused(new PrepaymentRefusal.LoanNotActive(loanId));
            case Loan.Cancelled cancelled -> refused(new PrepaymentRefusal.LoanNotActive(loanId));
            case Loan.Active active ->
                active.isBilling()
                        ? work.apply(
                                new StoredLoan<>(active, found.orElseThrow().version()))
                        : bills.listUnpaid(tx, List.of(loanId)).flatMap(unpaid -> refused(unpaidOf(loanId, unpaid)));
        });
    }

    /** Everything is billed: what is left to pay are instalments. */
    private static PrepaymentRefusal unpaidOf(UUID loanId, List<Bill.Unpaid> unpaid) {
        return unpaid.stream()
                .findFirst()
                .<PrepaymentRefusal>map(bill -> new PrepaymentRefusal.InstalmentUnpaid(
                        loanId, bill.facts().number()))
                .orElseGet(() -> new PrepaymentRefusal.LoanNotActive(loanId));
    }

    private Uni<Optional<Card.Bound>> findCard(Tx tx, UUID customerId, Optional<UUID> asked) {
        return cards.listBound(tx, customerId)
                .map(bound -> bound.stream()
                        .filter(card -> asked.map(card.id()::equals).orElse(card.preferred()))
                        .findFirst());
    }

    private static <T> Uni<Result<T, PrepaymentRefusal>> refused(PrepaymentRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
