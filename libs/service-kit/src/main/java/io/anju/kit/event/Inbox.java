package io.anju.kit.event;

import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Takes events in from those whose they are to tell: each has its effect once, however often it is delivered. */
@ApplicationScoped
public class Inbox {

    private final Transactions transactions;
    private final List<EventHandler> handlers;
    private final Producers producers;

    Inbox(Transactions transactions, @All List<EventHandler> handlers, InboxConfig config) {
        this.transactions = transactions;
        this.handlers = handlers;
        this.producers = new Producers(config.sources());
    }

    /** Records the event and has its effect in one transaction; an event heard before has none. */
    public Uni<Void> receive(CloudEvent event) {
        return receiveAll(List.of(event));
    }

    /** Takes all of them in one transaction, in their order, or none: what fails as a whole is told one by one. */
    public Uni<Void> receiveAll(List<CloudEvent> events) {
        var hearing = events.stream().map(this::handlersOf).toList();
        return transactions.run(tx -> {
            var done = Uni.createFrom().voidItem();
            for (int i = 0; i < events.size(); i++) {
                var event = events.get(i);
                var hearers = hearing.get(i);
                done = done.chain(() -> take(tx, event, hearers));
            }
            return done;
        });
    }

    private static Uni<Void> take(Tx tx, CloudEvent event, List<EventHandler> hearing) {
        return record(tx, event)
                .flatMap(isNew ->
                        isNew ? effect(tx, event, hearing) : Uni.createFrom().voidItem());
    }

    private List<EventHandler> handlersOf(CloudEvent event) {
        var hearing = handlers.stream().filter(handler -> hears(handler, event)).toList();
        if (hearing.isEmpty()) {
            throw new ProblemException(Problem.of(422, "EVENT_NOT_HEARD_HERE", Map.of("type", event.type())));
        }
        if (!producers.mayTell(event.source(), event.type())) {
            throw new ProblemException(Problem.of(403, "EVENT_IS_NOT_CALLERS_TO_TELL", Map.of("type", event.type())));
        }
        return hearing;
    }

    private static boolean hears(EventHandler handler, CloudEvent event) {
        var types = handler.types();
        return types.contains(event.type()) || types.contains(EventHandler.ANY);
    }

    private static Uni<Boolean> record(Tx tx, CloudEvent event) {
        return tx.update(
                        "insert into inbox_event (id, type, source) values ($1, $2, $3) on conflict (id) do nothing",
                        event.id(),
                        event.type(),
                        event.source())
                .map(written -> written == 1);
    }

    private static Uni<Void> effect(Tx tx, CloudEvent event, List<EventHandler> hearing) {
        var done = Uni.createFrom().voidItem();
        for (var handler : hearing) {
            done = done.chain(() -> handler.on(tx, event));
        }
        return done;
    }
}
