package io.anju.care.calendar;

import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How many days the calendar still knows, {@code anju_calendar_days_known} for Prometheus, and a warning a day once it
 * comes to its end: from then on nothing is permitted that may not be done on holidays.
 */
@ApplicationScoped
public class CalendarWatch {

    private static final Logger LOG = Logger.getLogger(CalendarWatch.class);

    private final Calendars calendars;
    private final CalendarConfig config;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final AtomicLong daysKnown = new AtomicLong();
    private volatile @Nullable LocalDate warnedOn;

    CalendarWatch(
            Calendars calendars,
            CalendarConfig config,
            Transactions transactions,
            BusinessClock clock,
            MeterRegistry registry) {
        this.calendars = calendars;
        this.config = config;
        this.transactions = transactions;
        this.clock = clock;
        registry.gauge("anju.calendar.days.known", daysKnown);
    }

    /** Looks, and warns. */
    @Scheduled(every = "10m", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> look() {
        var today = clock.today();
        return transactions
                .run(tx -> calendars.announcedAround(tx, today))
                .invoke(calendar -> tell(today, calendar.daysKnownFrom(today)))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warn("the calendar is looked at again in ten minutes", failure))
                .onFailure()
                .recoverWithNull();
    }

    private void tell(LocalDate today, long known) {
        daysKnown.set(known);
        if (known < config.warnDays() && !config.openEnded() && !today.equals(warnedOn)) {
            warnedOn = today;
            LOG.warnf(
                    "the calendar knows %d days more: have the next year's days off proposed and approved"
                            + " (/api/v1/staff/calendars); without it no marketing is permitted and no appointment offered",
                    known);
        }
    }
}
