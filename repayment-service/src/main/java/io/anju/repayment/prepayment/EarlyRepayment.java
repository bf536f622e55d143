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
import io.anju.repayment.prepayment.model.RunningInstalment;
import io.anju.repayment.rail.RailDesk;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.Purpose;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Offers to repay early, and takes the borrower at the offer. What follows is {@link PrepaymentDebits}'s. */
@ApplicationScoped
public class EarlyRepayment {

    private final Loans loans;
    private final Bills bills;
    private final Cards cards;
    private final Prepayments prepayments;
    private final RailDesk rail;
    private final PrepaymentConfig config;
    private final BusinessClock clock;
    private final Ids ids;

    EarlyRepayment(
            Loans loans,
            Bills bills,
            Cards cards,
            Prepayments prepayments,
            RailDesk rail,
            PrepaymentConfig config,
            BusinessClock clock,
            Ids ids) {
        this.loans = loans;
        this.bills = bills;
        this.cards = cards;
        this.prepayments = prepayments;
        this.rail = rail;
        this.config = config;
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
        LocalDate today = clock.today();
        var ask = new PrepaymentRules.Ask(date.orElse(today), amount, full);
        return onActive(
                tx,
                customerId,
                loanId,
                (stored, candidate) ->
                        keep(tx, PrepaymentRules.offer(candidate, ask, today, config.policy(), ids::next)));
    }

    /** Takes an offer: its amount is debited, and the loan changes as offered when the money has come. */
    public Uni<Result<Prepayment, PrepaymentRefusal>> take(
            Tx tx, UUID customerId, UUID loanId, UUID quoteId, Optional<UUID> card) {
        return onActive(
                tx,
                customerId,
                loanId,
                (stored, candidate) -> prepayments
                        .findQuote(tx, loanId, quoteId)
                        .flatMap(found -> found.isEmpty()
                                ? refused(new PrepaymentRefusal.NoSuchQuote(quoteId))
                                : prepayments
                                        .isTaken(tx, quoteId)
                                        .flatMap(taken -> taken
                                                ? refused(new PrepaymentRefusal.QuoteTaken(quoteId))
                                                : takeIfGood(tx, stored, candidate, found.get(), card))));
    }

    /** What became of an offer that was taken. */
    public Uni<Optional<Prepayment>> find(Tx tx, UUID customerId, UUID loanId, UUID id) {
        return loans.findOwned(tx, customerId, loanId)
                .flatMap(found ->
                        found.isEmpty() ? Uni.createFrom().item(Optional.empty()) : prepayments.find(tx, loanId, id));
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
            Tx tx, StoredLoan<Loan> stored, PrepaymentRules.Candidate candidate, Quote quote, Optional<UUID> asked) {
        Optional<PrepaymentRefusal> refusal = PrepaymentRules.findRefusal(quote, candidate, clock.today());
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        return findCard(tx, stored.loan().agreement().customerId(), asked)
                .flatMap(card -> card.isEmpty()
                        ? refused(new PrepaymentRefusal.NoCard())
                        : order(tx, stored, quote, card.get()));
    }

    private Uni<Result<Prepayment, PrepaymentRefusal>> order(
            Tx tx, StoredLoan<Loan> stored, Quote quote, Card.Bound card) {
        var pending = new Prepayment.Pending(ids.next(), quote, clock.now());
        var debit = new Instruction(
                "prepayment-" + pending.id(),
                Instruction.Kind.DEBIT,
                Purpose.PREPAYMENT,
                quote.loanId(),
                pending.id().toString(),
                card.token(),
                quote.total(),
                quote.date());
        Loan.Active held = ((Loan.Active) stored.loan()).held(debit.reference());
        return prepayments
                .save(tx, pending)
                .flatMap(saved -> loans.save(tx, stored, held))
                .flatMap(saved -> rail.place(tx, debit))
                .replaceWith(Result.ok(pending));
    }

    private <T> Uni<Result<T, PrepaymentRefusal>> onActive(
            Tx tx,
            UUID customerId,
            UUID loanId,
            BiFunction<StoredLoan<Loan>, PrepaymentRules.Candidate, Uni<Result<T, PrepaymentRefusal>>> work) {
        return loans.findOwnedForUpdate(tx, customerId, loanId).flatMap(found -> switch (found.map(StoredLoan::loan)
                .orElse(null)) {
            case null -> refused(new PrepaymentRefusal.NoSuchLoan(loanId));
            case Loan.Opening opening -> refused(new PrepaymentRefusal.LoanNotActive(loanId));
            case Loan.Settled settled -> refused(new PrepaymentRefusal.LoanNotActive(loanId));
            case Loan.Active active ->
                bills.listOfLoan(tx, loanId)
                        .flatMap(all -> active.isBilling()
                                ? work.apply(
                                        found.orElseThrow(),
                                        candidate(active, found.get().version(), all))
                                : refused(unpaidOf(loanId, all)));
        });
    }

    private static PrepaymentRules.Candidate candidate(Loan.Active loan, long version, List<Bill> bills) {
        return new PrepaymentRules.Candidate(
                loan.agreement().id(),
                loan.position(),
                version,
                oldestUnpaid(bills),
                RunningInstalment.findPaid(loan.position(), bills),
                loan.heldBy().isPresent());
    }

    /** Everything is billed: what is left to pay are instalments. */
    private static PrepaymentRefusal unpaidOf(UUID loanId, List<Bill> bills) {
        return oldestUnpaid(bills)
                .<PrepaymentRefusal>map(PrepaymentRefusal.InstalmentUnpaid::new)
                .orElseGet(() -> new PrepaymentRefusal.LoanNotActive(loanId));
    }

    private static Optional<Integer> oldestUnpaid(List<Bill> bills) {
        return bills.stream()
                .filter(Bill.Unpaid.class::isInstance)
                .map(bill -> bill.facts().number())
                .findFirst();
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
