package io.anju.repayment.reconciliation;

import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.Posting;
import io.anju.repayment.ledger.model.SuspensePostings;
import io.anju.repayment.ledger.model.Transfer;
import io.anju.repayment.rail.GivingBack;
import io.anju.repayment.rail.RailDesk;
import io.anju.repayment.rail.model.RailOutcome;
import io.anju.repayment.reconciliation.model.BreakRefusal;
import io.anju.repayment.reconciliation.model.BreakState;
import io.anju.repayment.reconciliation.model.Remedy;
import io.anju.repayment.reconciliation.model.TrackedBreak;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Where staff follow a break to its end. Money moves in the transaction that resolves it, or it is not resolved. */
@ApplicationScoped
public class BreakDesk {

    /** Why an order fails whose money was given back, or never came. */
    private static final String RECONCILED = "RECONCILED";

    private final TrackedBreaks breaks;
    private final Sources sources;
    private final RailDesk rail;
    private final GivingBack givingBack;
    private final Ledger ledger;
    private final BusinessClock clock;
    private final Ids ids;

    BreakDesk(
            TrackedBreaks breaks,
            Sources sources,
            RailDesk rail,
            GivingBack givingBack,
            Ledger ledger,
            BusinessClock clock,
            Ids ids) {
        this.breaks = breaks;
        this.sources = sources;
        this.rail = rail;
        this.givingBack = givingBack;
        this.ledger = ledger;
        this.clock = clock;
        this.ids = ids;
    }

    /** One break. */
    public Uni<Optional<TrackedBreak>> find(Tx tx, UUID id) {
        return breaks.find(tx, id);
    }

    /** In the order of ids, behind {@code after}. */
    public Uni<List<TrackedBreak>> list(Tx tx, TrackedBreaks.Filter filter, Optional<UUID> after, int limit) {
        return breaks.list(tx, filter, after, limit);
    }

    /** Gives a break to a person. */
    public Uni<Result<TrackedBreak, BreakRefusal>> assign(Tx tx, UUID id, UUID person) {
        return change(tx, id, found -> found.assigned(person.toString()));
    }

    /** Its owner resolves it, or proposes to where money is to be moved. */
    public Uni<Result<TrackedBreak, BreakRefusal>> resolve(Tx tx, UUID id, UUID by, Remedy remedy, String reason) {
        return change(tx, id, found -> found.resolved(by.toString(), remedy, reason, clock.now()));
    }

    /** Somebody else agrees to the remedy that they have seen: money is moved, and the break is over. */
    public Uni<Result<TrackedBreak, BreakRefusal>> approve(Tx tx, UUID id, UUID by, Remedy seen) {
        return change(tx, id, found -> found.approved(by.toString(), seen, clock.now()))
                .flatMap(result -> switch (result) {
                    case Result.Refused<TrackedBreak, BreakRefusal> refused ->
                        Uni.createFrom().item(result);
                    case Result.Ok<TrackedBreak, BreakRefusal>(TrackedBreak over) -> remedy(tx, over);
                });
    }

    private Uni<Result<TrackedBreak, BreakRefusal>> change(
            Tx tx, UUID id, Function<TrackedBreak, Result<TrackedBreak, BreakRefusal>> rule) {
        return breaks.findForUpdate(tx, id).flatMap(found -> {
            Result<TrackedBreak, BreakRefusal> result =
                    found.map(rule).orElseGet(() -> Result.refused(new BreakRefusal.NoSuchBreak(id)));
            return switch (result) {
                case Result.Refused<TrackedBreak, BreakRefusal> refused ->
                    Uni.createFrom().item(result);
                case Result.Ok<TrackedBreak, BreakRefusal>(TrackedBreak after) ->
                    // Its state is saved after its money, for which the database looks.
                    after.state() instanceof BreakState.Resolved over
                                    && over.remedy().takesTwo()
                            ? Uni.createFrom().item(result)
                            : breaks.save(tx, after).replaceWith(result);
            };
        });
    }

    private Uni<Result<TrackedBreak, BreakRefusal>> remedy(Tx tx, TrackedBreak over) {
        Remedy remedy = ((BreakState.Resolved) over.state()).remedy();
        return switch (remedy) {
            case BOOKED -> book(tx, over);
            case TO_COUNTER ->
                release(
                        tx,
                        over,
                        SuspensePostings.releasedToCounter(ids.next(), over.id(), clock.today(), over.suspense()));
            case WITHDRAWN -> release(tx, over, withdrawn(over));
            case ORDERED_AGAIN -> giveBackAgain(tx, over);
            case NOT_DONE -> concludeAsFailed(tx, over);
            case RETURNED -> breaks.save(tx, over).flatMap(saved -> answer(tx, over));
            case EXPLAINED, AGREED, CORRECTED -> throw new IllegalStateException("nothing to move: " + remedy);
        };
    }

    private Transfer withdrawn(TrackedBreak over) {
        return SuspensePostings.withdrawn(
                ids.next(), over.id(), clock.today(), Sources.clearing(over.source()), over.suspense());
    }

    /** As if the rail had called back; what our own rules do not let us post stays a break. */
    private Uni<Result<TrackedBreak, BreakRefusal>> book(Tx tx, TrackedBreak over) {
        String reference = over.found().reference();
        return sources.listed(tx, over.source(), Objects.requireNonNull(over.date()), reference)
                .flatMap(listed -> rail.conclude(tx, over.source(), List.of(outcome(over, listed))))
                .flatMap(concluded -> sources.booked(tx, reference))
                .flatMap(booked -> booked == over.told()
                        ? breaks.save(tx, over).flatMap(saved -> answer(tx, over))
                        : notBooked(over))
                .onFailure(IllegalStateException.class)
                .recoverWithUni(() -> notBooked(over));
    }

    /** The file's word; credit pays nothing by it either, and goes back. */
    private static RailOutcome outcome(TrackedBreak over, Sources.Listed listed) {
        String reference = over.found().reference();
        long amount = Math.abs(over.told());
        return listed.credit()
                ? new RailOutcome.NotAllowed(reference, listed.transactionId(), amount, RailOutcome.PAID_FROM_CREDIT)
                : new RailOutcome.Done(reference, listed.transactionId(), amount, Optional.ofNullable(over.date()));
    }

    private static Uni<Result<TrackedBreak, BreakRefusal>> notBooked(TrackedBreak over) {
        return Uni.createFrom().item(Result.refused(over.notFitting(Remedy.BOOKED)));
    }

    private Uni<Result<TrackedBreak, BreakRefusal>> giveBackAgain(Tx tx, TrackedBreak over) {
        return givingBack
                .giveBackAgain(tx, over.found().reference())
                .flatMap(ordered -> ordered
                        ? breaks.save(tx, over).flatMap(saved -> answer(tx, over))
                        : Uni.createFrom().item(Result.refused(over.notFitting(Remedy.ORDERED_AGAIN))));
    }

    private Uni<Result<TrackedBreak, BreakRefusal>> release(Tx tx, TrackedBreak over, Transfer release) {
        return ledger.post(tx, release)
                .map(Posting::expected)
                .flatMap(transfer -> breaks.released(tx, over.id(), transfer))
                .flatMap(released -> breaks.save(tx, over))
                .flatMap(saved -> remember(tx, over))
                .flatMap(kept -> giveUpOrder(tx, over))
                .flatMap(done -> answer(tx, over));
    }

    /** What a payout has left with its payee is somebody's to get back, and nothing is paid out meanwhile. */
    private Uni<Void> remember(Tx tx, TrackedBreak over) {
        boolean toCounter = ((BreakState.Resolved) over.state()).remedy() == Remedy.TO_COUNTER;
        return toCounter && over.leavesPayoutOut()
                ? breaks.leftWithPayee(tx, over.id(), clock.now())
                : Uni.createFrom().voidItem();
    }

    /** As if the other side had called back; the break is over before, so that what follows from that is a break of its own. */
    private Uni<Result<TrackedBreak, BreakRefusal>> concludeAsFailed(Tx tx, TrackedBreak over) {
        String reference = over.found().reference();
        return breaks.save(tx, over)
                .flatMap(saved -> transactionId(tx, over))
                .flatMap(id -> rail.concludeAsFailed(tx, reference, id, RECONCILED))
                .flatMap(done -> done
                        ? answer(tx, over)
                        : Uni.createFrom().item(Result.refused(over.notFitting(Remedy.NOT_DONE))));
    }

    private Uni<String> transactionId(Tx tx, TrackedBreak over) {
        return over.date() == null
                ? Uni.createFrom().item(RailOutcome.NO_TRANSACTION)
                : sources.listed(tx, over.source(), over.date(), over.found().reference())
                        .map(Sources.Listed::transactionId);
    }

    /** As it is now. */
    private Uni<Result<TrackedBreak, BreakRefusal>> answer(Tx tx, TrackedBreak over) {
        return breaks.find(tx, over.id()).map(Optional::orElseThrow).map(Result::ok);
    }

    /** The money is elsewhere now: the order behind it is over, and what it was to pay may be debited again. */
    private Uni<Void> giveUpOrder(Tx tx, TrackedBreak over) {
        if (!over.order().open() || over.ordered() == null) {
            return Uni.createFrom().voidItem();
        }
        String reference = over.found().reference();
        long ordered = Math.abs(over.ordered());
        return sources.listed(tx, over.source(), Objects.requireNonNull(over.date()), reference)
                .flatMap(listed -> rail.conclude(
                        tx,
                        over.source(),
                        List.of(new RailOutcome.NotDone(reference, listed.transactionId(), ordered, RECONCILED))));
    }
}
