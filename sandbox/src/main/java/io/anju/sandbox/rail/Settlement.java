package io.anju.sandbox.rail;

import io.anju.sandbox.callback.Callbacks;
import io.anju.sandbox.callback.Faults;
import io.anju.sandbox.clock.BusinessDate;
import io.anju.sandbox.http.Json;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Settles what was ordered after the delay in force, and tells the caller until it listens. */
final class Settlement {

    /** A callback about several transactions: those of one batch, all or a part of them. */
    record Batch(List<Transaction.View> transactions) {}

    private final Vertx vertx;
    private final InstantSource time;
    private final BusinessDate date;
    private final Rail rail;
    private final Callbacks callbacks;
    private final Faults faults;

    Settlement(Vertx vertx, InstantSource time, BusinessDate date, Rail rail, Callbacks callbacks, Faults faults) {
        this.vertx = vertx;
        this.time = time;
        this.date = date;
        this.rail = rail;
        this.callbacks = callbacks;
        this.faults = faults;
    }

    /** Goes on where a stopped sandbox left off; each transaction by itself, whether it came in a batch or not. */
    void resume() {
        rail.pending().forEach(this::begin);
        rail.untold().forEach(this::tell);
    }

    /** Starts a new transaction on its way. */
    void begin(Transaction transaction) {
        vertx.setTimer(
                faults.delayMillis(), timer -> settle(List.of(transaction)).forEach(this::tell));
    }

    /** Starts the new transactions of a batch on their way: told together, so many in one callback. */
    void beginBatch(List<Transaction> transactions) {
        vertx.setTimer(faults.delayMillis(), timer -> {
            var settled = settle(transactions);
            int most = faults.transactionsPerCallback();
            for (int i = 0; i < settled.size(); i += most) {
                tellBatch(settled.subList(i, Math.min(settled.size(), i + most)));
            }
        });
    }

    private List<Transaction> settle(List<Transaction> pending) {
        var at = time.instant().truncatedTo(ChronoUnit.MILLIS);
        return rail.settleAll(pending, faults::takeFailure, at, date.today());
    }

    private void tell(Transaction settled) {
        tell(List.of(settled), settled.view());
    }

    private void tellBatch(List<Transaction> settled) {
        tell(settled, new Batch(settled.stream().map(Transaction::view).toList()));
    }

    private void tell(List<Transaction> settled, Object message) {
        var to = settled.getFirst().order().callbackUrl();
        callbacks.deliver(to, Json.bytes(message), faults, () -> rail.told(settled));
    }
}
