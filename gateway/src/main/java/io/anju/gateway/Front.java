package io.anju.gateway;

import io.anju.gateway.access.Access;
import io.anju.gateway.access.AccessRefusal;
import io.anju.gateway.access.Caller;
import io.anju.gateway.access.Denials;
import io.anju.gateway.home.AppHome;
import io.anju.gateway.http.Addresses;
import io.anju.gateway.http.Paths;
import io.anju.gateway.http.Problems;
import io.anju.gateway.portal.Portal;
import io.anju.gateway.proxy.HeaderRules;
import io.anju.gateway.proxy.Proxy;
import io.anju.gateway.routing.Route;
import io.anju.gateway.routing.Routes;
import io.anju.gateway.throttle.Throttle;
import io.anju.kernel.result.Result;
import io.anju.kit.problem.Problem;
import io.anju.kit.token.Challenges;
import io.anju.kit.token.IdentityKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What happens to a request, in order: is there such an address, does its network ask too often, who is calling, does the caller ask too often, pass it on. */
@ApplicationScoped
class Front {
    private static final Logger LOG = Logger.getLogger(Front.class);
    /** After Quarkus' own routes (health) and before its "not found". */
    private static final int ORDER = 15_000;

    private final Routes routes;
    private final IdentityKeys keys;
    private final Access access;
    private final Denials denials;
    private final Throttle throttle;
    private final Proxy proxy;
    private final AppHome appHome;
    private final Portal portal;
    private final Problems problems;
    private final MeterRegistry meters;

    Front(
            Routes routes,
            IdentityKeys keys,
            Access access,
            Denials denials,
            Throttle throttle,
            Proxy proxy,
            AppHome appHome,
            Portal portal,
            Problems problems,
            MeterRegistry meters) {
        this.routes = routes;
        this.keys = keys;
        this.access = access;
        this.denials = denials;
        this.throttle = throttle;
        this.proxy = proxy;
        this.appHome = appHome;
        this.portal = portal;
        this.problems = problems;
        this.meters = meters;
    }

    void register(@Observes Router router) {
        own(router, AppHome.PATH, false, appHome::show);
        own(router, Portal.OPENAPI, true, portal::openApi);
        own(router, Portal.DOCS, true, portal::docs);
        router.get("/").order(ORDER - 1).handler(context -> context.redirect(Portal.DOCS));
        router.route().order(ORDER).handler(this::receive).failureHandler(this::failed);
    }

    private void receive(RoutingContext context) {
        var request = context.request();
        var route = routes.find(request.method().name(), Paths.raw(request));
        if (route.isEmpty()) {
            problems.answer(context, Problem.notFound());
            return;
        }
        admit(context, route.get(), () -> proxy.pass(context, route.get()));
    }

    /** Addresses at which the gateway answers itself, admitted like all others. */
    private void own(Router router, String path, boolean open, Consumer<RoutingContext> answer) {
        var route = new Route("gateway", open, routes.door(path), routes.limits(path));
        router.get(path)
                .order(ORDER - 1)
                .handler(context -> admit(context, route, () -> answer.accept(context)))
                .failureHandler(this::failed);
    }

    private void admit(RoutingContext context, Route route, Runnable onward) {
        measure(context, route);
        var network = Addresses.network(context.request());
        then(context, throttle.takeForAddress(network), forAddress -> {
            if (!forAddress.allowed()) {
                problems.answer(context, tooMany(forAddress));
            } else if (route.open()) {
                limited(context, route, "address " + network, onward);
            } else {
                identified(context, route, onward);
            }
        });
    }

    private void identified(RoutingContext context, Route route, Runnable onward) {
        var authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        then(context, keys.haveKeyFor(authorization), have -> {
            if (have) {
                letIn(context, route, authorization, onward);
            } else {
                problems.answer(context, Problem.unavailable("identity-service"));
            }
        });
    }

    /** Goes on with an outcome on the request's own event loop, whichever thread brings it. */
    private static <T> void then(RoutingContext context, Uni<T> outcome, Consumer<T> next) {
        var loop = context.vertx().getOrCreateContext();
        var unused = outcome.emitOn(task -> loop.runOnContext(none -> task.run()))
                .invoke(next)
                .subscribe()
                .with(done -> {}, context::fail);
    }

    private void letIn(RoutingContext context, Route route, @Nullable String authorization, Runnable onward) {
        var proofs = context.request().headers().getAll(HeaderRules.PROOF).size();
        switch (access.check(route.door(), authorization, proofs)) {
            case Result.Refused<Caller, AccessRefusal>(var refusal) -> {
                denials.note(context, route, refusal);
                problems.answer(context, problem(refusal));
            }
            case Result.Ok<Caller, AccessRefusal>(var caller) ->
                limited(context, route, "caller " + caller.client() + ' ' + caller.subject(), onward);
        }
    }

    // draft-ietf-httpapi-ratelimit-headers: RateLimit-Policy says the quota and its window, RateLimit what is left and
    // when it is whole again.
    private void limited(RoutingContext context, Route route, String who, Runnable onward) {
        var name = '"' + route.limits().name() + '"';
        then(context, throttle.take(route.limits(), who), verdict -> {
            context.response()
                    .putHeader("RateLimit-Policy", name + ";q=" + route.limits().perMinute() + ";w=60")
                    .putHeader(
                            "RateLimit",
                            name + ";r=" + verdict.remaining() + ";t=" + Math.max(1, verdict.waitSeconds()));
            if (verdict.allowed()) {
                onward.run();
            } else {
                problems.answer(context, tooMany(verdict));
            }
        });
    }

    private static Problem tooMany(Throttle.Verdict verdict) {
        return Problem.of(429, "TOO_MANY_REQUESTS", java.util.Map.of("retryAfterSeconds", verdict.waitSeconds()))
                .withHeader("Retry-After", Long.toString(Math.max(1, verdict.waitSeconds())));
    }

    private static Problem problem(AccessRefusal refusal) {
        // RFC 6750 §3: no error code when the request carries no authentication at all
        return switch (refusal) {
            case AccessRefusal.TokenMissing missing ->
                Problem.of(401, missing.code()).withHeader("WWW-Authenticate", Challenges.NO_TOKEN);
            case AccessRefusal.TokenInvalid invalid ->
                Problem.of(401, invalid.code()).withHeader("WWW-Authenticate", invalid.challenge());
            case AccessRefusal.ProofInvalid unproven ->
                Problem.of(401, unproven.code()).withHeader("WWW-Authenticate", Challenges.BAD_PROOF);
            case AccessRefusal.RoleMissing lacking -> Problem.of(403, lacking.code());
        };
    }

    private void failed(RoutingContext context) {
        var status = context.statusCode();
        if (context.failure() != null) {
            LOG.error("request failed", context.failure());
        }
        problems.answer(context, status == 413 ? Problem.of(413, "BODY_TOO_LARGE") : Problem.of(500, "INTERNAL"));
    }

    /** Business-free numbers: by service, class and status only, since paths hold ids. */
    private void measure(RoutingContext context, Route route) {
        var sample = Timer.start(meters);
        context.addEndHandler(end -> sample.stop(Timer.builder("anju.gateway.requests")
                .tag("service", route.service())
                .tag("class", route.limits().name())
                .tag(
                        "status",
                        end.failed()
                                ? "broken"
                                : Integer.toString(context.response().getStatusCode()))
                .register(meters)));
    }
}
