package io.anju.gateway.routing;

import java.time.Duration;
import java.util.Set;

/**
 * What holds for a request.
 *
 * @param service the service's short name
 * @param open needs no token
 * @param door who may come in
 * @param limits how large, how long, how often
 */
public record Route(String service, boolean open, Door door, Limits limits) {

    /** Roles of which one is needed. */
    public record Door(Set<String> roles) {}

    /**
     * Limits of a class of routes.
     *
     * @param name the class, also in the RateLimit headers
     * @param deadline time to begin the answer after the whole body has been sent
     * @param bodyTime time for the caller to send the body
     * @param bodyBytesMax the largest body taken, in bytes
     * @param bodiesArriving bodies too large to be held here that one network may be sending at once
     * @param perMinute requests per minute in the long run
     * @param burst requests at once after a pause
     */
    public record Limits(
            String name,
            Duration deadline,
            Duration bodyTime,
            long bodyBytesMax,
            int bodiesArriving,
            int perMinute,
            int burst) {}
}
