package io.anju.repayment.rail;

import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.wake.Bells;
import io.anju.kit.wake.Rounds;
import io.anju.repayment.rail.RailOrders.Leased;
import io.anju.repayment.rail.model.Break;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.RailOrder;
import io.anju.repayment.rail.model.RailOutcome;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Carries orders to the rail, and asks after those whose callback does not come. Any number of replicas may do so at
 * once; one that dies in the middle leaves orders whose lease ends, and the next one goes on.
 */
@ApplicationScoped
public class RailCourier {

    private static final Logger LOGGER = Logger.getLogger(RailCourier.class);
    private static final int REQUESTS_AT_ONCE = 4;

    private final Transactions transactions;
    private final RailOrders orders;
    private final RailNews news;
    private final Breaks breaks;
    private final Rail rail;
    private final Instance<Carrier> carriers;
    private final RailConfig config;
    private final BusinessClock clock;
    private final Rounds rounds = new Rounds("carrying orders", this::round);

    RailCourier(
            Transactions transactions,
            RailOrders orders,
            RailNews news,
            Breaks breaks,
            Rail rail,
            @Any Instance<Carrier> carriers,
            RailConfig config,
            BusinessClock clock) {
        this.transactions = transactions;
        this.orders = orders;
        this.news = news;
        this.breaks = breaks;
        this.rail = rail;
        this.carriers = carriers;
        this.config = config;
        this.clock = clock;
    }

    /** Orders that are placed are carried at once. */
    void start(@Observes StartupEvent event, Bells bells) {
        bells.listen(RailOrders.BELL, rounds::wake);
    }

    /** Orders whose lease ends are looked for; the query behind it reads an almost empty index. */
    @NonBlocking
    @Scheduled(every = "${anju.rail-courier.round:1s}")
    void tick() {
        rounds.wake();
    }

    private Uni<Void> round() {
        return Multi.createBy()
                .repeating()
                .uni(this::attend)
                .until(attended -> attended < config.batch())
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Attends to what is open and due for attention; answers how many orders were, none of them in vain. */
    public Uni<Integer> attend() {
        return transactions
                .run(tx -> orders.lease(tx, clock.now(), config.lease(), config.batch()))
                .flatMap(this::attendAll);
    }

    private Uni<Integer> attendAll(List<Leased> leased) {
        return Multi.createFrom()
                .iterable(errands(leased))
                .onItem()
                .transformToUni(errand -> errand.replaceWith(true)
                        .onFailure()
                        .invoke(away -> LOGGER.warnf("Orders not carried: %s; tried again later", away.toString()))
                        .onFailure()
                        .recoverWithItem(false))
                .merge(REQUESTS_AT_ONCE)
                .collect()
                .with(java.util.stream.Collectors.reducing(true, (all, done) -> all && done))
                // With the rail away, the orders behind these wait for the next round rather than use up attempts.
                .map(all -> all ? leased.size() : 0);
    }

    /** What is to be done, each independent of the others. */
    private List<Uni<Void>> errands(List<Leased> leased) {
        List<Instruction> debits = new ArrayList<>();
        Map<Channel, List<String>> toAsk = new EnumMap<>(Channel.class);
        List<RailOrder> exhausted = new ArrayList<>();
        List<Uni<Void>> errands = new ArrayList<>();
        for (Leased one : leased) {
            RailOrder.Open order = one.order();
            if (one.attempts() > config.attempts()) {
                exhausted.add(order);
            } else if (order instanceof RailOrder.Sent) {
                toAsk.computeIfAbsent(order.instruction().kind().channel(), none -> new ArrayList<>())
                        .add(order.instruction().reference());
            } else {
                Instruction instruction = order.instruction();
                switch (instruction.kind()) {
                    case DEBIT -> debits.add(instruction);
                    case PAYOUT -> errands.add(sendPayout(instruction));
                    case WALLET_DEBIT, WALLET_RETURN ->
                        errands.add(carrierOf(Channel.WALLET).send(instruction));
                }
            }
        }
        batches(debits).map(this::sendDebits).forEach(errands::add);
        toAsk.forEach((channel, references) ->
                batches(references).map(part -> ask(channel, part)).forEach(errands::add));
        if (!exhausted.isEmpty()) {
            errands.add(giveUp(exhausted));
        }
        return errands;
    }

    private Uni<Void> sendPayout(Instruction payout) {
        return rail.send(payout)
                .flatMap(refused -> refused.map(why -> refusedPayout(payout, why))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** One that the rail refuses and knows nothing of has failed; what it knows of under the reference is for a person. */
    private Uni<Void> refusedPayout(Instruction payout, String why) {
        String reference = payout.reference();
        return rail.ask(List.of(reference))
                .flatMap(answer -> answer.unknown().contains(reference)
                        ? news.hear(
                                Channel.RAIL,
                                List.of(new RailOutcome.NotDone(
                                        reference, RailOutcome.NO_TRANSACTION, payout.amount(), why)))
                        : park(List.of(Break.unanswered(new RailOrder.Sent(payout), why))));
    }

    private Uni<Void> sendDebits(List<Instruction> debits) {
        return rail.sendDebits(debits)
                .flatMap(refused ->
                        refused.isEmpty() ? Uni.createFrom().voidItem() : park(refusedOnes(debits, refused)));
    }

    private static List<Break> refusedOnes(List<Instruction> debits, Map<String, String> refused) {
        return debits.stream()
                .flatMap(debit -> Stream.ofNullable(refused.get(debit.reference()))
                        .map(why -> Break.unanswered(new RailOrder.Sent(debit), why)))
                .toList();
    }

    private Uni<Void> ask(Channel channel, List<String> references) {
        Uni<Rail.Answer> asked = channel == Channel.RAIL
                ? rail.ask(references)
                : carrierOf(channel).ask(references);
        return asked.flatMap(answer -> transactions
                .run(tx -> orders.forgotten(tx, answer.unknown(), clock.now()))
                .flatMap(kept -> news.hear(channel, answer.outcomes())));
    }

    private Carrier carrierOf(Channel channel) {
        return carriers.stream()
                .filter(carrier -> carrier.channel() == channel)
                .findAny()
                .orElseThrow(() -> new IllegalStateException("nobody carries " + channel));
    }

    private Uni<Void> giveUp(Collection<RailOrder> exhausted) {
        return park(exhausted.stream()
                .map(order -> Break.unanswered(order, "no outcome"))
                .toList());
    }

    /** Leaves orders to people. */
    private Uni<Void> park(List<Break> unanswered) {
        List<String> references = unanswered.stream().map(Break::reference).toList();
        return transactions.run(
                tx -> orders.park(tx, references, clock.today()).flatMap(parked -> breaks.record(tx, unanswered)));
    }

    private static <T> Stream<List<T>> batches(List<T> all) {
        return Stream.iterate(0, from -> from < all.size(), from -> from + Rail.BATCH_MOST)
                .map(from -> all.subList(from, Math.min(all.size(), from + Rail.BATCH_MOST)));
    }
}
