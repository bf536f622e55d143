package io.anju.care.inbox;

import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Messages as they arrive, on every replica.
 *
 * <p>A wake-up says only that a customer has something new; what it is, each reader fetches from the database, from
 * the last number it has seen. So a lost or doubled wake-up loses and doubles nothing, and a slow reader holds one
 * pending wake-up, not a queue.
 */
@ApplicationScoped
public class LiveInbox {

    private final NewMessages messages;
    private final InboxConfig config;
    private final Map<UUID, Set<MultiEmitter<? super Boolean>>> readers = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();

    LiveInbox(NewMessages messages, InboxConfig config) {
        this.messages = messages;
        this.config = config;
    }

    /**
     * Refuses one stream too many, while it can still be answered with a problem document.
     *
     * @throws ProblemException 429 when the customer has too many streams open, 503 when this replica has
     */
    public void admit(UUID customer) {
        if (readers.getOrDefault(customer, Set.of()).size() >= config.streamsPerCustomer()) {
            throw new ProblemException(
                    Problem.of(429, "TOO_MANY_STREAMS", Map.of("maximum", config.streamsPerCustomer())));
        }
        if (open.get() >= config.streamsTotal()) {
            throw new ProblemException(Problem.unavailable("message stream"));
        }
    }

    /**
     * Messages with a greater number than {@code after}, in order, those already there first; ends after the
     * configured lifetime. Ask {@link #admit} first.
     */
    public Multi<InboxMessage> follow(UUID customer, long after) {
        var seen = new AtomicLong(after);
        return wakeUps(customer)
                .onItem()
                .transformToMultiAndConcatenate(wake -> newer(customer, seen))
                .select()
                .first(config.streamLifetime());
    }

    /** Something may be new for this customer. */
    public void wake(UUID customer) {
        readers.getOrDefault(customer, Set.of()).forEach(reader -> reader.emit(true));
    }

    /** Something may be new for anybody: wake-ups may have been missed. */
    public void wakeAll() {
        readers.keySet().forEach(this::wake);
    }

    private Multi<Boolean> wakeUps(UUID customer) {
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            enter(customer, emitter);
                            emitter.onTermination(() -> leave(customer, emitter));
                            emitter.emit(true);
                        },
                        BackPressureStrategy.LATEST);
    }

    private void enter(UUID customer, MultiEmitter<? super Boolean> emitter) {
        readers.compute(customer, (ignored, those) -> {
            var now = those == null ? ConcurrentHashMap.<MultiEmitter<? super Boolean>>newKeySet() : those;
            now.add(emitter);
            return now;
        });
        open.incrementAndGet();
    }

    private void leave(UUID customer, MultiEmitter<? super Boolean> emitter) {
        readers.computeIfPresent(customer, (ignored, those) -> {
            if (those.remove(emitter)) {
                open.decrementAndGet();
            }
            return those.isEmpty() ? null : those;
        });
    }

    private Multi<InboxMessage> newer(UUID customer, AtomicLong seen) {
        return Multi.createBy()
                .repeating()
                .uni(() -> messages.after(customer, seen.get()))
                .whilst(batch -> !batch.isEmpty())
                .onItem()
                .<InboxMessage>disjoint()
                .invoke(message -> seen.set(message.number()));
    }
}
