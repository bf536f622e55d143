package io.anju.sandbox.rail;

import io.anju.sandbox.callback.Callbacks;
import io.anju.sandbox.callback.Faults;
import io.anju.sandbox.clock.BusinessDate;
import io.anju.sandbox.http.Json;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Settles what was ordered after the delay in force, and tells the caller until it listens. */
final class Settlement {
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

    /** Goes on where a stopped sandbox left off. */
    void resume() {
        rail.unfinished().forEach(this::begin);
    }

    /** Starts a new transaction on its way. */
    void begin(Transaction transaction) {
        if (transaction.outcome() == null) {
            vertx.setTimer(faults.delayMillis(), timer -> settle(transaction));
        } else {
            tell(transaction);
        }
    }

    private void settle(Transaction pending) {
        var at = time.instant().truncatedTo(ChronoUnit.MILLIS);
        tell(rail.settle(pending.order().transactionId(), faults.takeFailure(), at, date.today()));
    }

    private void tell(Transaction settled) {
        var order = settled.order();
        callbacks.deliver(
                order.callbackUrl(), Json.bytes(settled.view()), faults, () -> rail.told(order.transactionId()));
    }
}
