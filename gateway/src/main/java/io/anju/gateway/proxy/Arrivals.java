package io.anju.gateway.proxy;

import io.anju.gateway.routing.Route;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Bodies on their way in, by class and by the network they come from. Each holds a connection to its service, and a place there, for as long as its caller takes to send it: nobody may hold more than a
 * few.
 */
@ApplicationScoped
class Arrivals {
    private record Sender(String network, String routeClass) {}

    private final ConcurrentMap<Sender, Integer> arriving = new ConcurrentHashMap<>();

    /** One more body; what gives its place back, however often it is run, or empty when so many are on their way already. */
    Optional<Runnable> take(String network, Route.Limits limits) {
        var sender = new Sender(network, limits.name());
        var taken = new AtomicBoolean();
        arriving.compute(sender, (key, before) -> {
            var count = before == null ? 0 : before;
            taken.set(count < limits.bodiesArriving());
            return taken.get() ? Integer.valueOf(count + 1) : before;
        });
        return taken.get()
                ? Optional.of(() -> {
                    if (taken.compareAndSet(true, false)) {
                        arriving.computeIfPresent(sender, (key, count) -> count == 1 ? null : count - 1);
                    }
                })
                : Optional.empty();
    }
}
