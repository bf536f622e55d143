package io.anju.repayment.rail;

import io.anju.kernel.result.Result;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.Purpose;
import io.anju.repayment.rail.model.RailOrder;
import io.anju.repayment.rail.model.RailOutcome;
import io.anju.repayment.rail.model.RailRefusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Takes orders to move money, and their outcomes. Sending is {@link RailCourier}'s work: an order is only written here,
 * in the transaction of the decision, so that there is never a debit without its reason or a reason without its debit.
 */
@ApplicationScoped
public class RailDesk {

    private final RailOrders orders;
    private final Instance<RailOutcomeHandler> handlers;
    private final BusinessClock clock;

    RailDesk(RailOrders orders, @Any Instance<RailOutcomeHandler> handlers, BusinessClock clock) {
        this.orders = orders;
        this.handlers = handlers;
        this.clock = clock;
    }

    /** Orders one movement of money; the same reference again is the same order. */
    public Uni<Void> place(Tx tx, Instruction instruction) {
        return placeAll(tx, List.of(instruction)).replaceWithVoid();
    }

    /** Orders many; answers with the references that are new. */
    public Uni<Set<String>> placeAll(Tx tx, Collection<Instruction> instructions) {
        return instructions.isEmpty() ? Uni.createFrom().item(Set.of()) : orders.place(tx, instructions, clock.now());
    }

    /** What is under way for a loan. */
    public Uni<List<Instruction>> listUnderWay(Tx tx, UUID loanId) {
        return orders.listUnderWay(tx, loanId);
    }

    /**
     * Takes the rail's word about an order, once: its handler runs in this transaction. The same word again changes
     * nothing; another word about a concluded order is refused.
     */
    public Uni<Result<RailOrder.Concluded, RailRefusal>> conclude(Tx tx, RailOutcome outcome) {
        return orders.findForUpdate(tx, outcome.reference())
                .flatMap(found -> found.map(order -> switch (order) {
                            case RailOrder.Concluded concluded ->
                                Uni.createFrom().item(repeated(concluded, outcome));
                            case RailOrder.Open open -> concludeOpen(tx, open, outcome);
                        })
                        .orElseGet(() -> refused(new RailRefusal.UnknownReference(outcome.reference()))));
    }

    private Uni<Result<RailOrder.Concluded, RailRefusal>> concludeOpen(
            Tx tx, RailOrder.Open open, RailOutcome outcome) {
        return switch (open.conclude(outcome)) {
            case Result.Refused<RailOrder.Concluded, RailRefusal>(RailRefusal refusal) -> refused(refusal);
            case Result.Ok<RailOrder.Concluded, RailRefusal>(RailOrder.Concluded concluded) ->
                orders.save(tx, concluded, clock.now())
                        .flatMap(saved -> tell(tx, concluded))
                        .replaceWith(Result.ok(concluded));
        };
    }

    private Uni<Void> tell(Tx tx, RailOrder.Concluded concluded) {
        RailOutcomeHandler handler = handlerOf(concluded.instruction().purpose());
        return switch (concluded) {
            case RailOrder.Succeeded(Instruction instruction, String id) -> handler.succeeded(tx, instruction);
            case RailOrder.Failed(Instruction instruction, String id, String reason) ->
                handler.failed(tx, instruction, reason);
        };
    }

    private RailOutcomeHandler handlerOf(Purpose purpose) {
        return handlers.stream()
                .filter(handler -> handler.purpose() == purpose)
                .findAny()
                .orElseThrow(() -> new IllegalStateException("nobody handles " + purpose));
    }

    private static Result<RailOrder.Concluded, RailRefusal> repeated(RailOrder.Concluded known, RailOutcome outcome) {
        boolean same = switch (known) {
            case RailOrder.Succeeded succeeded -> outcome instanceof RailOutcome.Done;
            case RailOrder.Failed failed -> outcome instanceof RailOutcome.NotDone;
        };
        return same ? Result.ok(known) : Result.refused(new RailRefusal.Contradiction(outcome.reference()));
    }

    private static <T> Uni<Result<T, RailRefusal>> refused(RailRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
