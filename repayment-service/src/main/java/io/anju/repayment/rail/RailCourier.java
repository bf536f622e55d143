package io.anju.repayment.rail;

import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.rail.model.RailOrder;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Carries orders to the rail, and asks after those whose callback does not come. Any number of replicas may do so at
 * once; one that dies in the middle leaves orders whose lease ends, and the next one goes on.
 */
@ApplicationScoped
public class RailCourier {

    private static final Logger LOGGER = Logger.getLogger(RailCourier.class);
    private static final int REQUESTS_AT_ONCE = 8;

    private final Transactions transactions;
    private final RailOrders orders;
    private final RailDesk desk;
    private final Rail rail;
    private final RailConfig config;
    private final BusinessClock clock;

    RailCourier(
            Transactions transactions,
            RailOrders orders,
            RailDesk desk,
            Rail rail,
            RailConfig config,
            BusinessClock clock) {
        this.transactions = transactions;
        this.orders = orders;
        this.desk = desk;
        this.rail = rail;
        this.config = config;
        this.clock = clock;
    }

    /** One round, at a pace that makes a debit feel immediate; the query behind it reads an almost empty index. */
    @Scheduled(every = "${anju.rail-courier.round:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return attend().replaceWithVoid();
    }

    /** Attends to what is open and due for attention; answers how many orders that were. */
    public Uni<Integer> attend() {
        return transactions
                .run(tx -> orders.lease(tx, clock.now(), config.lease(), config.batch()))
                .flatMap(this::attendAll);
    }

    private Uni<Integer> attendAll(List<RailOrder.Open> leased) {
        return Multi.createFrom()
                .iterable(leased)
                .onItem()
                .transformToUni(order -> attend(order)
                        .onFailure()
                        .invoke(away -> LOGGER.warnf(
                                "Order %s: %s; tried again later",
                                order.instruction().reference(), away.toString()))
                        .onFailure()
                        .recoverWithNull())
                .merge(REQUESTS_AT_ONCE)
                .collect()
                .last()
                .replaceWith(leased.size());
    }

    private Uni<Void> attend(RailOrder.Open order) {
        return switch (order) {
            case RailOrder.Placed placed -> send(placed);
            case RailOrder.Sent sent -> ask(sent);
        };
    }

    private Uni<Void> send(RailOrder.Placed placed) {
        String reference = placed.instruction().reference();
        return rail.send(placed.instruction())
                .flatMap(transactionId -> transactions.run(tx -> orders.findForUpdate(tx, reference)
                        // The callback may have been quicker than this answer.
                        .flatMap(now ->
                                now.filter(RailOrder.Placed.class::isInstance).isPresent()
                                        ? orders.save(tx, placed.sent(transactionId), clock.now())
                                        : Uni.createFrom().voidItem())));
    }

    private Uni<Void> ask(RailOrder.Sent sent) {
        return rail.ask(sent.instruction().reference())
                .flatMap(answer -> transactions.run(tx -> {
                    if (!answer.known()) {
                        return orders.save(tx, sent.forgotten(), clock.now());
                    }
                    return answer.outcome()
                            .map(outcome -> desk.conclude(tx, outcome).replaceWithVoid())
                            .orElseGet(() -> Uni.createFrom().voidItem());
                }));
    }
}
