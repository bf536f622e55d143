package io.anju.repayment.rail;

import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.rail.model.Conclusions;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.Purpose;
import io.anju.repayment.rail.model.RailOrder;
import io.anju.repayment.rail.model.RailOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes orders to move money, and their outcomes. Sending is {@link RailCourier}'s work: an order is only written here,
 * in the transaction of the decision, so that there is never a debit without its reason or a reason without its debit.
 */
@ApplicationScoped
public class RailDesk {

    private final RailOrders orders;
    private final Breaks breaks;
    private final Instance<RailOutcomeHandler> handlers;
    private final GivingBack givingBack;
    private final BusinessClock clock;

    RailDesk(
            RailOrders orders,
            Breaks breaks,
            @Any Instance<RailOutcomeHandler> handlers,
            GivingBack givingBack,
            BusinessClock clock) {
        this.orders = orders;
        this.breaks = breaks;
        this.handlers = handlers;
        this.givingBack = givingBack;
        this.clock = clock;
    }

    /**
     * Orders one movement of money under a reference of its own.
     *
     * @throws IllegalStateException in the {@code Uni} when the reference was used, or its subject is under way
     */
    public Uni<Void> place(Tx tx, Instruction instruction) {
        return placeAll(tx, List.of(instruction))
                .invoke(placed -> {
                    if (placed.isEmpty()) {
                        throw new IllegalStateException("not placed: " + instruction.reference());
                    }
                })
                .replaceWithVoid();
    }

    /** Orders many; answers with the references that are new. The others were used, or their subject is under way. */
    public Uni<Set<String>> placeAll(Tx tx, Collection<Instruction> instructions) {
        return instructions.isEmpty() ? Uni.createFrom().item(Set.of()) : orders.place(tx, instructions, clock.now());
    }

    /** What is under way for a loan; credit that is given back was never the loan's, and is none of it. */
    public Uni<List<Instruction>> listUnderWay(Tx tx, UUID loanId) {
        return orders.listUnderWay(tx, loanId);
    }

    /** References of the loan's orders on one account, whatever became of them; at most {@code limit}. */
    public Uni<Set<String>> listReferencesOf(Tx tx, UUID loanId, String account, int limit) {
        return orders.listReferencesOf(tx, loanId, account, limit);
    }

    /** Those of the loans for which an order of this purpose is under way. */
    public Uni<Set<UUID>> loansWithOneUnderWay(Tx tx, Collection<UUID> loanIds, Purpose purpose) {
        return orders.loansWithOneUnderWay(tx, loanIds, purpose);
    }

    /**
     * Takes a channel's word about its orders, about each once: its handler runs in this transaction. The same word again
     * changes nothing; a word that cannot be believed is a break.
     */
    public Uni<Void> conclude(Tx tx, Channel by, List<RailOutcome> told) {
        List<String> references =
                told.stream().map(RailOutcome::reference).distinct().toList();
        return orders.listForUpdate(tx, references)
                .map(known -> Conclusions.of(by, known, told))
                // Down the connection one behind the other: what follows does not wait for the answer to what was
                // written.
                .flatMap(judged -> Uni.combine()
                        .all()
                        .unis(
                                orders.conclude(tx, judged.concluded(), clock.now()),
                                tell(tx, judged.concluded()),
                                breaks.record(tx, judged.breaks()))
                        .discardItems()
                        .flatMap(done -> giveBack(tx, judged.notAllowed())));
    }

    /**
     * Ends an order as failed, as if its channel had said so: nothing moved, and what it was for may be ordered anew.
     *
     * @return false, and nothing is done, when it does not wait for an outcome
     */
    public Uni<Boolean> concludeAsFailed(Tx tx, String reference, String transactionId, String reason) {
        return orders.listForUpdate(tx, List.of(reference))
                .flatMap(found -> found.stream()
                        .filter(RailOrder.Open.class::isInstance)
                        .map(RailOrder::instruction)
                        .findFirst()
                        .map(open -> conclude(
                                        tx,
                                        open.kind().channel(),
                                        List.of(new RailOutcome.NotDone(
                                                reference, transactionId, open.amount(), reason)))
                                .replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    /** Whether money that payouts of a loan have moved, though it is not paid out, is not back yet. */
    public Uni<Boolean> isPayoutOut(Tx tx, UUID loanId) {
        return breaks.isPayoutOut(tx, loanId);
    }

    private Uni<Void> giveBack(Tx tx, List<RailOrder.Failed> taken) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (RailOrder.Failed order : taken) {
            done = done.chain(() -> givingBack.giveBack(tx, order));
        }
        return done;
    }

    private Uni<Void> tell(Tx tx, List<RailOrder.Concluded> concluded) {
        Map<Purpose, List<RailOrder.Concluded>> byPurpose = concluded.stream()
                .collect(Collectors.groupingBy(
                        order -> order.instruction().purpose(), LinkedHashMap::new, Collectors.toList()));
        Uni<Void> done = Uni.createFrom().voidItem();
        for (var part : byPurpose.entrySet()) {
            done = done.chain(() -> handlerOf(part.getKey()).concluded(tx, part.getValue()));
        }
        return done;
    }

    private RailOutcomeHandler handlerOf(Purpose purpose) {
        return handlers.stream()
                .filter(handler -> handler.purpose() == purpose)
                .findAny()
                .orElseThrow(() -> new IllegalStateException("nobody handles " + purpose));
    }
}
