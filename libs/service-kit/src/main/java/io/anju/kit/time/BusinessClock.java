package io.anju.kit.time;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The business date (Asia/Shanghai) and the present instant.
 *
 * <p>In production both are the system clock's. The development stack keeps a business date that can be moved forward
 * ({@code anju.clock.url}), so that twenty-five years of a loan can be lived in a minute; instants stay real.
 */
@ApplicationScoped
public class BusinessClock {

    /** Where business dates are dates. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    // The answer waits for the date to move. One that does not is not asked for without a pause, nor one that fails.
    private static final long PAUSE_MILLIS = 20;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 250;
    private static final long TIMEOUT_MILLIS = 2_000;
    private static final Logger LOG = Logger.getLogger(BusinessClock.class);

    private final InstantSource clock;
    private final Optional<String> url;
    private final String service;
    private final Vertx vertx;
    private final WebClient http;
    private volatile @Nullable LocalDate moved;
    private volatile boolean stopped;

    BusinessClock(
            InstantSource clock,
            Vertx vertx,
            ClockConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.clock = clock;
        this.vertx = vertx;
        this.http = WebClient.create(vertx);
        this.url = config.url();
        this.service = service;
    }

    public LocalDate today() {
        var date = moved;
        return date != null ? date : LocalDate.ofInstant(clock.instant(), ZONE);
    }

    public Instant now() {
        return clock.instant();
    }

    /** Whether {@link #today} is known: always in production, after the first answer on the development stack. */
    public boolean isSet() {
        return url.isEmpty() || moved != null;
    }

    void start(@Observes StartupEvent event) {
        url.ifPresent(this::follow);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void follow(String source) {
        var known = moved;
        var request = http.getAbs(source).addQueryParam("service", service).timeout(TIMEOUT_MILLIS);
        var unused = (known == null ? request : request.addQueryParam("known", known.toString()))
                .send()
                .map(answer -> LocalDate.parse(answer.bodyAsJsonObject().getString("date")))
                .subscribe()
                .with(
                        date -> {
                            moved = date;
                            followAfter(date.equals(known) ? PAUSE_MILLIS : 0, source);
                        },
                        failure -> {
                            LOG.debug("the business date could not be read", failure);
                            followAfter(PAUSE_AFTER_FAILURE_MILLIS, source);
                        });
    }

    private void followAfter(long pauseMillis, String source) {
        if (stopped) {
            return;
        }
        if (pauseMillis == 0) {
            follow(source);
        } else {
            vertx.setTimer(pauseMillis, timer -> follow(source));
        }
    }
}
