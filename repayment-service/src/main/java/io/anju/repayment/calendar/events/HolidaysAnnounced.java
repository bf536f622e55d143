package io.anju.repayment.calendar.events;

import io.anju.kit.calendar.AnnouncedYear;
import io.anju.kit.calendar.PublicHolidays;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Bills go by the days that care-service tells; those that are made already keep their last day in time. */
@ApplicationScoped
class HolidaysAnnounced implements EventHandler {

    private final PublicHolidays holidays;

    HolidaysAnnounced(PublicHolidays holidays) {
        this.holidays = holidays;
    }

    @Override
    public Set<String> types() {
        return Set.of(AnnouncedYear.TYPE);
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        return holidays.replace(tx, event.dataAs(AnnouncedYear.class));
    }
}
