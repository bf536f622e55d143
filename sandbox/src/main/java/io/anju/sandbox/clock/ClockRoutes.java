package io.anju.sandbox.clock;

import io.anju.sandbox.http.Answers;
import io.anju.sandbox.http.ApiProblem;
import io.anju.sandbox.http.Input;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks for and moves the business date; a move is answered when the services that follow it have seen it, or after five seconds. */
public final class ClockRoutes {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long HOLD_MILLIS = 1_000;
    private static final long LOOK_EVERY_MILLIS = 5;
    private static final LocalDate LAST = LocalDate.of(2200, 1, 1);
    private static final Pattern SERVICE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private record Today(LocalDate date) {}

    private record Moved(LocalDate date, List<String> seenBy, List<String> notSeenBy) {}

    private final Vertx vertx;
    private final InstantSource time;
    private final BusinessDate date;
    private final Followers followers = new Followers();
    private final List<Promise<Void>> waiting = new ArrayList<>();

    /** Routes over this date. */
    public ClockRoutes(Vertx vertx, InstantSource time, BusinessDate date) {
        this.vertx = vertx;
        this.time = time;
        this.date = date;
    }

    /** The clock's address. */
    public void mount(Router router) {
        router.get("/business-date").handler(this::tell);
        router.put("/business-date").handler(this::move);
    }

    private void tell(RoutingContext context) {
        var known = known(context);
        var service = context.request().getParam("service");
        if (service != null) {
            if (!SERVICE.matcher(service).matches()) {
                throw malformed("service");
            }
            followers.visited(service, known, time.instant());
        }
        if (known.equals(Optional.of(date.today()))) {
            moved().onComplete(then -> Answers.json(context, 200, new Today(date.today())));
        } else {
            Answers.json(context, 200, new Today(date.today()));
        }
    }

    private static Optional<LocalDate> known(RoutingContext context) {
        try {
            return Optional.ofNullable(context.request().getParam("known")).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw malformed("known");
        }
    }

    private static ApiProblem malformed(String field) {
        return ApiProblem.badInput(List.of(new ApiProblem.FieldError(field, "MALFORMED")));
    }

    /** Comes when the date is moved, or when whoever waits has waited long enough. */
    private Future<Void> moved() {
        Promise<Void> moved = Promise.promise();
        waiting.add(moved);
        vertx.setTimer(HOLD_MILLIS, timer -> moved.tryComplete());
        return moved.future().onComplete(then -> waiting.remove(moved));
    }

    private void move(RoutingContext context) {
        var input = Input.of(context);
        var wanted = input.date("date");
        var backwards = input.flag("backwards");
        input.check();
        if (wanted.isAfter(LAST)) {
            throw ApiProblem.badInput(List.of(new ApiProblem.FieldError("date", "OUT_OF_RANGE")));
        }
        if (wanted.isBefore(date.today()) && !backwards) {
            throw new ApiProblem(
                    409, "DATE_IN_THE_PAST", "The business date moves forward, unless \"backwards\": true.");
        }
        date.move(wanted);
        List.copyOf(waiting).forEach(Promise::tryComplete);
        var now = time.instant();
        await(context, wanted, followers.present(now), now.plus(PATIENCE));
    }

    private void await(RoutingContext context, LocalDate wanted, List<String> present, Instant deadline) {
        var missing = followers.notSeen(present, wanted);
        if (missing.isEmpty() || time.instant().isAfter(deadline)) {
            var seen = present.stream().filter(s -> !missing.contains(s)).toList();
            Answers.json(context, 200, new Moved(wanted, seen, missing));
        } else {
            vertx.setTimer(LOOK_EVERY_MILLIS, timer -> await(context, wanted, present, deadline));
        }
    }
}
