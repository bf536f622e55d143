package io.anju.kit.event;

import io.anju.kit.event.Subscriptions.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one subscriber is to be told next: the events that follow its place, up to the first number of which it is not
 * known yet whether an event will bear it. Told without that event, the subscriber would never hear of it.
 *
 * @param upTo number of the last event looked at; the place itself when there is none
 * @param ready to be delivered, in order
 * @param behind to be kept, since an earlier event of their subject waits
 * @param watch number up to which what is missing is to be watched from now on; null to leave it as it is
 */
record Stretch(
        long upTo,
        List<Delivery> ready,
        List<Delivery> behind,
        @Nullable Long watch) {

    /**
     * An event of the log.
     *
     * @param delivery empty when the subscriber does not hear of it
     * @param behind whether an earlier event of its subject waits
     */
    record Entry(long position, Optional<Delivery> delivery, boolean behind) {}

    Stretch {
        ready = List.copyOf(ready);
        behind = List.copyOf(behind);
    }

    /**
     * As far as what follows a place is certain.
     *
     * @param over whether all transactions are over that may have drawn a number up to the place's {@code watched}
     * @param entries that follow the place, in order
     */
    static Stretch of(Place place, boolean over, List<Entry> entries) {
        long certain = over ? place.watched() : 0;
        long upTo = place.position();
        List<Delivery> ready = new ArrayList<>();
        List<Delivery> behind = new ArrayList<>();
        for (Entry entry : entries) {
            long missing = entry.position() - 1;
            if (missing > upTo && missing > certain) {
                // Watched already, it is waited for; to begin anew each time would never end.
                boolean watched = place.watched() >= missing;
                return new Stretch(
                        upTo, ready, behind, watched ? null : entries.getLast().position());
            }
            upTo = entry.position();
            entry.delivery().ifPresent(entry.behind() ? behind::add : ready::add);
        }
        return new Stretch(upTo, ready, behind, null);
    }

    /** Whether to look again at once: it went on, or what is missing may be over by now. */
    boolean isMore(Place place) {
        return upTo > place.position() || watch != null;
    }
}
