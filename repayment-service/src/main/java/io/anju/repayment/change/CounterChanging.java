package io.anju.repayment.change;

import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.change.model.AgreedChange;
import io.anju.repayment.change.model.ChangeAsk;
import io.anju.repayment.change.model.ChangeOffer;
import io.anju.repayment.change.model.ChangeRefusal;
import io.anju.repayment.change.model.CounterChange;
import io.anju.repayment.change.model.Exceptions;
import io.anju.repayment.loan.Loans;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Changes of plan at the counter. Nothing is kept as an offer before the second person has approved, so that nobody takes
 * on the phone what waits at the counter; approved, it is done at once, or waits for its amendment like any other.
 */
@ApplicationScoped
public class CounterChanging {

    private final Loans loans;
    private final CounterChanges counterChanges;
    private final ChangingLoans changing;
    private final Outbox outbox;
    private final ChangeConfig config;
    private final BusinessClock clock;
    private final Ids ids;

    CounterChanging(
            Loans loans,
            CounterChanges counterChanges,
            ChangingLoans changing,
            Outbox outbox,
            ChangeConfig config,
            BusinessClock clock,
            Ids ids) {
        this.loans = loans;
        this.counterChanges = counterChanges;
        this.changing = changing;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
    }

    /** What the customer asks for, and how they were identified. */
    public record Wish(ChangeAsk ask, CounterChange.Paper paper, String reason) {}

    /** A change from the counter, and what it comes to as long as it waits. */
    public record Shown(CounterChange change, Optional<ChangeOffer> simulated) {}

    /** Opens one for the customer who is present; the customer is told. Locks the loan, so that two at once are one. */
    public Uni<Result<Shown, ChangeRefusal>> open(Tx tx, UUID loanId, Wish wish, UUID by) {
        return loans.find(tx, loanId).flatMap(found -> {
            if (found.isEmpty()) {
                return refused(new ChangeRefusal.NoSuchLoan(loanId));
            }
            UUID customerId = found.get().loan().agreement().customerId();
            return simulate(tx, customerId, loanId, wish.ask()).flatMap(answer -> switch (answer) {
                case Result.Refused<Simulated, ChangeRefusal>(ChangeRefusal refusal) -> refused(refusal);
                case Result.Ok<Simulated, ChangeRefusal>(Simulated simulated) ->
                    keepIfNoneWaits(tx, customerId, loanId, wish, simulated, by);
            });
        });
    }

    /** An offer that nobody can take, and the conditions of the rule that it does not meet. */
    private record Simulated(ChangeOffer offer, List<String> unmet) {}

    private Uni<Result<Simulated, ChangeRefusal>> simulate(Tx tx, UUID customerId, UUID loanId, ChangeAsk ask) {
        return changing.preview(tx, customerId, loanId, ask, Exceptions.NONE).flatMap(answer -> switch (answer) {
            case Result.Ok<ChangeOffer, ChangeRefusal>(ChangeOffer offer) ->
                Uni.createFrom().item(Result.ok(new Simulated(offer, List.of())));
            case Result.Refused<ChangeOffer, ChangeRefusal>(ChangeRefusal.NotEligible not)
            when config.counterMayGrant().containsAll(not.unmet()) ->
                changing.preview(tx, customerId, loanId, ask, new Exceptions(Optional.empty(), Set.copyOf(not.unmet())))
                        .map(again -> again.map(offer -> new Simulated(offer, not.unmet())));
            case Result.Refused<ChangeOffer, ChangeRefusal>(ChangeRefusal refusal) -> refused(refusal);
        });
    }

    private Uni<Result<Shown, ChangeRefusal>> keepIfNoneWaits(
            Tx tx, UUID customerId, UUID loanId, Wish wish, Simulated simulated, UUID by) {
        var waiting = new CounterChange.Waiting(new CounterChange.Opening(
                ids.next(),
                loanId,
                customerId,
                wish.ask(),
                wish.paper(),
                wish.reason(),
                simulated.unmet(),
                by,
                clock.now()));
        return counterChanges
                .findOpen(tx, loanId)
                .flatMap(open -> open.isPresent()
                        ? refused(new ChangeRefusal.CounterChangeOpen(
                                open.get().opening().id()))
                        : counterChanges
                                .save(tx, waiting)
                                .chain(() -> outbox.append(tx, CounterAnnouncements.opened(waiting)))
                                .replaceWith(Result.ok(new Shown(waiting, Optional.of(simulated.offer())))));
    }

    /**
     * The second person's decision, told to the customer. Approving does what was asked for as the loan is now; where more
     * stands against it by now than the conditions that were seen, it is refused and goes on waiting.
     */
    public Uni<Result<CounterChange, ChangeRefusal>> decide(Tx tx, UUID loanId, UUID id, boolean approved, UUID by) {
        return counterChanges
                .findForUpdate(tx, loanId, id)
                .map(found -> found.map(change -> change.forDecisionBy(by))
                        .orElseGet(() -> Result.refused(new ChangeRefusal.NoSuchRequest(id))))
                .flatMap(result -> switch (result) {
                    case Result.Refused<CounterChange.Waiting, ChangeRefusal>(ChangeRefusal refusal) ->
                        refused(refusal);
                    case Result.Ok<CounterChange.Waiting, ChangeRefusal>(CounterChange.Waiting waiting) ->
                        approved ? approve(tx, waiting, by) : decided(tx, waiting.declined(by, clock.now()));
                });
    }

    private Uni<Result<CounterChange, ChangeRefusal>> approve(Tx tx, CounterChange.Waiting waiting, UUID by) {
        CounterChange.Opening of = waiting.opening();
        return changing.grantAndTake(tx, of.customerId(), of.loanId(), of.ask(), waiting.exceptions())
                .flatMap(answer -> switch (answer) {
                    case Result.Refused<AgreedChange, ChangeRefusal>(ChangeRefusal refusal) -> refused(refusal);
                    case Result.Ok<AgreedChange, ChangeRefusal>(AgreedChange change) ->
                        decided(tx, waiting.approved(change.id(), by, clock.now()));
                });
    }

    private Uni<Result<CounterChange, ChangeRefusal>> decided(Tx tx, CounterChange.Decided decided) {
        return counterChanges
                .save(tx, decided)
                .chain(() -> outbox.append(tx, CounterAnnouncements.decided(decided)))
                .replaceWith(Result.ok(decided));
    }

    /** One of them; as long as it waits, with what it comes to today. */
    public Uni<Optional<Shown>> find(Tx tx, UUID loanId, UUID id) {
        return counterChanges
                .find(tx, loanId, id)
                .flatMap(found -> found.map(change -> shown(tx, change).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Shown> shown(Tx tx, CounterChange change) {
        return switch (change) {
            case CounterChange.Decided decided -> Uni.createFrom().item(new Shown(decided, Optional.empty()));
            case CounterChange.Waiting waiting -> {
                CounterChange.Opening of = waiting.opening();
                yield changing.preview(tx, of.customerId(), of.loanId(), of.ask(), waiting.exceptions())
                        .map(answer -> new Shown(
                                waiting,
                                answer instanceof Result.Ok<ChangeOffer, ChangeRefusal>(ChangeOffer offer)
                                        ? Optional.of(offer)
                                        : Optional.empty()));
            }
        };
    }

    /** Those of a loan, the newest first. */
    public Uni<List<CounterChange>> list(Tx tx, UUID loanId, Optional<UUID> before, int limit) {
        return counterChanges.listOfLoan(tx, loanId, before, limit);
    }

    private static <T> Uni<Result<T, ChangeRefusal>> refused(ChangeRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
