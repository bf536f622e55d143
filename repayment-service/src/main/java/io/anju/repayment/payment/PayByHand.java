package io.anju.repayment.payment;

import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.card.Cards;
import io.anju.repayment.collection.Billing;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.payment.model.Payment;
import io.anju.repayment.payment.model.PaymentChoice;
import io.anju.repayment.payment.model.PaymentRefusal;
import io.anju.repayment.payment.model.Source;
import io.anju.repayment.prepayment.Prepayments;
import io.anju.repayment.rail.RailDesk;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.Purpose;
import io.anju.repayment.wallet.WalletLinking;
import io.anju.repayment.wallet.WalletLinks;
import io.anju.repayment.wallet.model.WalletLink;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** Orders the debit of an instalment at the borrower's own word. What follows from it is the collection's. */
@ApplicationScoped
public class PayByHand {

    private final Loans loans;
    private final Bills bills;
    private final Cards cards;
    private final WalletLinks wallets;
    private final WalletLinking linking;
    private final Payments payments;
    private final Prepayments prepayments;
    private final RailDesk rail;
    private final BusinessClock clock;
    private final Ids ids;

    PayByHand(
            Loans loans,
            Bills bills,
            Cards cards,
            WalletLinks wallets,
            WalletLinking linking,
            Payments payments,
            Prepayments prepayments,
            RailDesk rail,
            BusinessClock clock,
            Ids ids) {
        this.loans = loans;
        this.bills = bills;
        this.cards = cards;
        this.wallets = wallets;
        this.linking = linking;
        this.payments = payments;
        this.prepayments = prepayments;
        this.rail = rail;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What the borrower asks for.
     *
     * @param from what is to pay
     * @param instalment empty for the one that is next to be paid
     * @param amount fen, empty for all of it
     */
    public record Ask(From from, OptionalInt instalment, OptionalLong amount) {}

    /** What is to pay. */
    public sealed interface From {

        /** A bound card; empty for the preferred one. */
        record Card(Optional<UUID> id) implements From {}

        /** A linked wallet; {@code credit} for its credit line, which is always refused. */
        record Wallet(UUID link, boolean credit) implements From {}
    }

    /** Orders the debit. */
    public Uni<Result<Payment, PaymentRefusal>> pay(Tx tx, UUID customerId, UUID loanId, Ask ask) {
        return loans.findOwnedForUpdate(tx, customerId, loanId)
                .flatMap(found -> switch (found.map(StoredLoan::loan).orElse(null)) {
                    case null -> refused(new PaymentRefusal.NoSuchLoan(loanId));
                    case Loan.Opening opening -> refused(new PaymentRefusal.LoanNotActive(loanId));
                    case Loan.Settled settled -> refused(new PaymentRefusal.LoanNotActive(loanId));
                    case Loan.Cancelled cancelled -> refused(new PaymentRefusal.LoanNotActive(loanId));
                    case Loan.Active active -> payOf(tx, found.orElseThrow(), active, ask);
                });
    }

    /** The loan's payment. */
    public Uni<Optional<Payment>> find(Tx tx, UUID customerId, UUID loanId, UUID paymentId) {
        return loans.findOwned(tx, customerId, loanId)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : payments.find(tx, loanId, paymentId));
    }

    /** The loan's payments, the newest first; empty when it is not the customer's. */
    public Uni<Optional<List<Payment>>> list(Tx tx, UUID customerId, UUID loanId, Optional<UUID> before, int limit) {
        return loans.findOwned(tx, customerId, loanId)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : payments.listOfLoan(tx, loanId, before, limit).map(Optional::of));
    }

    private Uni<Result<Payment, PaymentRefusal>> payOf(Tx tx, StoredLoan<Loan> stored, Loan.Active loan, Ask ask) {
        UUID loanId = loan.agreement().id();
        return bills.listOfLoan(tx, loanId).flatMap(all -> {
            var choice = PaymentChoice.of(loan, all, ask.instalment(), ask.amount(), clock.today());
            return switch (choice) {
                case Result.Refused<PaymentChoice, PaymentRefusal>(PaymentRefusal refusal) -> refused(refusal);
                case Result.Ok<PaymentChoice, PaymentRefusal>(PaymentChoice chosen) ->
                    findSource(tx, loan, ask.from()).flatMap(source -> switch (source) {
                        case Result.Refused<Source, PaymentRefusal>(PaymentRefusal refusal) -> refused(refusal);
                        case Result.Ok<Source, PaymentRefusal>(Source from) ->
                            unlessHindered(tx, stored, loan, chosen, from);
                    });
            };
        });
    }

    private Uni<Result<Payment, PaymentRefusal>> unlessHindered(
            Tx tx, StoredLoan<Loan> stored, Loan.Active loan, PaymentChoice chosen, Source from) {
        return findObstacle(tx, loan.agreement().id(), chosen)
                .flatMap(obstacle ->
                        obstacle.isPresent() ? refused(obstacle.get()) : order(tx, stored, loan, chosen, from));
    }

    /** A debit under way; and of an instalment paid ahead, a prepayment of a later day that it would overtake. */
    private Uni<Optional<PaymentRefusal>> findObstacle(Tx tx, UUID loanId, PaymentChoice chosen) {
        return rail.listUnderWay(tx, loanId).flatMap(underWay -> {
            if (underWay.stream().anyMatch(order -> paysAlready(order, chosen))) {
                return Uni.createFrom().item(Optional.of(new PaymentRefusal.UnderWay(chosen.instalment())));
            }
            return switch (chosen) {
                case PaymentChoice.OfBill owed -> Uni.createFrom().item(Optional.empty());
                case PaymentChoice.Ahead ahead ->
                    prepayments
                            .listScheduled(tx, List.of(loanId))
                            .map(waiting -> waiting.stream()
                                    .findFirst()
                                    .map(early -> new PaymentRefusal.PrepaymentScheduled(
                                            loanId, early.id(), early.quote().date())));
            };
        });
    }

    /** A prepayment pays what is unpaid first. */
    private static boolean paysAlready(Instruction order, PaymentChoice chosen) {
        return order.purpose() == Purpose.PREPAYMENT || order.subject().equals(Integer.toString(chosen.instalment()));
    }

    private Uni<Result<Payment, PaymentRefusal>> order(
            Tx tx, StoredLoan<Loan> stored, Loan.Active loan, PaymentChoice chosen, Source from) {
        UUID id = ids.next();
        return switch (chosen) {
            case PaymentChoice.OfBill(Bill.Unpaid bill, long amount, LocalDate date) -> {
                // The bill keeps its turn: a payment by hand uses up none of the debits that come by themselves.
                Instruction debit = Billing.debitByHand(bill.facts(), id, from.payer(), amount, date);
                yield place(tx, id, chosen, from, debit);
            }
            case PaymentChoice.Ahead(int number, long amount, LocalDate date) -> {
                Instruction debit = Billing.debitAhead(loan.agreement().id(), number, id, from.payer(), amount, date);
                // Neither a run nor a repricing touches the loan until this debit's outcome is known.
                yield loans.save(tx, stored, loan.held(debit.reference()))
                        .flatMap(saved -> place(tx, id, chosen, from, debit));
            }
        };
    }

    private Uni<Result<Payment, PaymentRefusal>> place(
            Tx tx, UUID id, PaymentChoice chosen, Source from, Instruction debit) {
        var payment = new Payment(
                id,
                debit.loanId(),
                chosen.instalment(),
                chosen.amount(),
                from instanceof Source.OfCard card ? Optional.of(card.id()) : Optional.empty(),
                from instanceof Source.OfWallet wallet ? Optional.of(wallet.id()) : Optional.empty(),
                debit.reference(),
                clock.now(),
                Payment.State.PENDING,
                Optional.empty());
        return rail.place(tx, debit)
                .flatMap(placed -> payments.add(tx, payment))
                .replaceWith(Result.ok(payment));
    }

    private Uni<Result<Source, PaymentRefusal>> findSource(Tx tx, Loan.Active loan, From from) {
        return switch (from) {
            case From.Card(Optional<UUID> id) -> findCard(tx, loan.agreement().customerId(), id);
            case From.Wallet(UUID link, boolean credit) -> findWallet(tx, loan, link, credit);
        };
    }

    private Uni<Result<Source, PaymentRefusal>> findCard(Tx tx, UUID customerId, Optional<UUID> asked) {
        return cards.listBound(tx, customerId)
                .map(bound -> bound.stream()
                        .filter(card -> asked.map(card.id()::equals).orElse(card.preferred()))
                        .findFirst()
                        .<Result<Source, PaymentRefusal>>map(
                                card -> Result.ok(new Source.OfCard(card.id(), card.token(), card.last4())))
                        .orElseGet(() -> Result.refused(new PaymentRefusal.NoSuchCard())));
    }

    private Uni<Result<Source, PaymentRefusal>> findWallet(Tx tx, Loan.Active loan, UUID link, boolean credit) {
        return wallets.findOwned(tx, loan.agreement().customerId(), link).flatMap(found -> {
            if (!(found.map(WalletLinks.Kept::link).orElse(null) instanceof WalletLink.Linked linked)
                    || !linked.facts().loanId().equals(loan.agreement().id())) {
                return refused(new PaymentRefusal.WalletNotLinked());
            }
            return credit
                    ? linking.noteCreditRefused(tx, linked)
                            .replaceWith(Result.refused(new PaymentRefusal.CreditNotAllowed(link)))
                    : Uni.createFrom()
                            .item(Result.ok(
                                    new Source.OfWallet(link, linked.facts().wallet())));
        });
    }

    private static <T> Uni<Result<T, PaymentRefusal>> refused(PaymentRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
