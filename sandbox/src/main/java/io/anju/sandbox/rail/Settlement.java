package io.anju.sandbox.rail;

import io.anju.sandbox.callback.Callbacks;
import io.anju.sandbox.callback.Faults;
import io.anju.sandbox.clock.BusinessDate;
import io.anju.sandbox.http.Json;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Settles what was ordered after the delay in force, and tells the caller until it listens. */
final class Settlement {

    /** A callback about several transactions: those of one batch, all or a part of them. */
    record Batch(List<Transaction.View> transactions) {}

    private static final long SILENCE_MILLIS = 200;

    private final Vertx vertx;
    private final InstantSource time;
    private final BusinessDate date;
    private final Rail rail;
    private final Callbacks callbacks;
    private final Faults faults;
    private final Quirks quirks;

    Settlement(
            Vertx vertx,
            InstantSource time,
            BusinessDate date,
            Rail rail,
            Callbacks callbacks,
            Faults faults,
            Quirks quirks) {
        this.vertx = vertx;
        this.time = time;
        this.date = date;
        this.rail = rail;
        this.callbacks = callbacks;
        this.faults = faults;
        this.quirks = quirks;
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
        return rail.settleAll(pending, faults::takeFailure, quirks::moved, at, date.today());
    }

    private void tell(Transaction settled) {
        if (quirks.of(settled.order()).silent()) {
            vertx.setTimer(SILENCE_MILLIS, timer -> tell(settled));
        } else {
            tell(List.of(settled), settled.view());
        }
    }

    private void tellBatch(List<Transaction> settled) {
        var silent =
                settled.stream().filter(one -> quirks.of(one.order()).silent()).toList();
        silent.forEach(this::tell);
        var rest = settled.stream().filter(one -> !silent.contains(one)).toList();
        if (!rest.isEmpty()) {
            tell(rest, new Batch(rest.stream().map(Transaction::view).toList()));
        }
    }

    private void tell(List<Transaction> settled, Object message) {
        callbacks.deliver(callbackUrl(settled.getFirst()), Json.bytes(message), faults, () -> {
            rail.told(settled);
            settled.forEach(this::tellTooMuch);
        });
    }

    /** The outcome again, or what was true before it. */
    private void tellTooMuch(Transaction settled) {
        var quirk = quirks.of(settled.order());
        for (int copy = 0; copy < quirk.duplicateCallbacks(); copy++) {
            callbacks.deliver(callbackUrl(settled), Json.bytes(settled.view()), faults, () -> {});
        }
        if (quirk.outOfOrder()) {
            var before = Transaction.ordered(settled.order()).view();
            callbacks.deliver(callbackUrl(settled), Json.bytes(before), faults, () -> {});
        }
    }

    private static URI callbackUrl(Transaction settled) {
        return settled.order().callbackUrl();
    }
}
