package io.anju.gateway.access;

import io.anju.gateway.routing.Route;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Keeps account of those who were not let in: each is counted by code, and logged when a token was shown. What a
 * service refuses later it writes down itself. The limit per address bounds the log as well.
 */
@ApplicationScoped
public class Denials {
    private static final Logger LOG = Logger.getLogger(Denials.class);

    private final MeterRegistry meters;

    Denials(MeterRegistry meters) {
        this.meters = meters;
    }

    /** One more. Names the service and the class of routes, since a path may hold an id. */
    public void note(RoutingContext context, Route route, AccessRefusal refusal) {
        meters.counter("anju.gateway.denials", "code", refusal.code()).increment();
        switch (refusal) {
            case AccessRefusal.TokenMissing stranger -> {}
            case AccessRefusal.TokenInvalid(var reason, var challenge) -> log(context, route, refusal, reason);
            case AccessRefusal.ProofInvalid(var proofs) -> log(context, route, refusal, proofs + " proofs");
            case AccessRefusal.RoleMissing(var subject, var roles) ->
                log(context, route, refusal, subject + " is " + roles);
        }
    }

    private static void log(RoutingContext context, Route route, AccessRefusal refusal, String why) {
        LOG.infof(
                "%s at %s of %s (%s): %s",
                refusal.code(),
                context.request().method(),
                route.service(),
                route.limits().name(),
                why);
    }
}
