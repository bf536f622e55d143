package io.anju.kit.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.event.Stretch.Entry;
import io.anju.kit.event.Subscriptions.Place;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Nothing is read past a number of which it is not certain whether an event will bear it. */
class StretchTest {

    private static final Place AT_FOUR = new Place(4, 0, 0);

    @Test
    void takesAllThatFollowsWithoutAGap() {
        var stretch = Stretch.of(AT_FOUR, true, entries(5, 6, 7));

        assertEquals(List.of(5L, 6L, 7L), positions(stretch.ready()));
        assertEquals(7, stretch.upTo());
        assertTrue(stretch.isMore(AT_FOUR));
    }

    @Test
    void stopsBeforeAGapAndWatchesIt() {
        var stretch = Stretch.of(AT_FOUR, true, entries(5, 7, 8));

        assertEquals(List.of(5L), positions(stretch.ready()));
        assertEquals(5, stretch.upTo());
        assertEquals(8, stretch.watch());
    }

    @Test
    void waitsForWhatIsWatchedWithoutBeginningAnew() {
        var place = new Place(5, 8, 700);

        var stretch = Stretch.of(place, false, entries(7, 8, 10));

        assertEquals(5, stretch.upTo());
        assertNull(stretch.watch());
        assertFalse(stretch.isMore(place));
    }

    @Test
    void passesAGapWhoseTransactionsAreOver() {
        var stretch = Stretch.of(new Place(5, 8, 700), true, entries(7, 8));

        assertEquals(8, stretch.upTo());
        assertEquals(List.of(7L, 8L), positions(stretch.ready()));
    }

    @Test
    void watchesAGapBehindWhatWasWatched() {
        var stretch = Stretch.of(new Place(5, 8, 700), true, entries(7, 8, 10, 11));

        assertEquals(8, stretch.upTo());
        assertEquals(11, stretch.watch());
    }

    @Test
    void passesWhatTheSubscriberDoesNotHearOf() {
        var stretch = Stretch.of(AT_FOUR, true, List.of(new Entry(5, Optional.empty(), false), entry(6, "a", false)));

        assertEquals(List.of(6L), positions(stretch.ready()));
        assertEquals(6, stretch.upTo());
    }

    @Test
    void keepsWhatIsBehindAnEventThatWaits() {
        var stretch = Stretch.of(AT_FOUR, true, List.of(entry(5, "a", true), entry(6, "b", false)));

        assertEquals(List.of(6L), positions(stretch.ready()));
        assertEquals(List.of(5L), positions(stretch.behind()));
    }

    @Test
    void staysWhereNothingFollows() {
        var stretch = Stretch.of(AT_FOUR, false, List.of());

        assertEquals(4, stretch.upTo());
        assertFalse(stretch.isMore(AT_FOUR));
    }

    @Test
    void deliversOneOfASubjectAtATime() {
        var errands = new Errands(
                Stretch.of(AT_FOUR, true, List.of(entry(5, "a", false), entry(6, "b", false), entry(7, "a", false))));

        assertEquals(List.of(5L, 6L), positions(errands.next()));
        assertEquals(List.of(7L), positions(errands.next()));
        assertEquals(List.of(), errands.next());
        assertEquals(List.of(), errands.untold());
    }

    @Test
    void keepsAllOfASubjectFromTheOneThatFailedOn() {
        var errands = new Errands(Stretch.of(
                AT_FOUR,
                true,
                List.of(entry(5, "a", false), entry(6, "b", false), entry(7, "a", false), entry(8, "b", false))));
        var first = errands.next();
        errands.failed(new Parcel("loan-service", List.of(first.getFirst())), "answered 500");

        assertEquals(List.of(8L), positions(errands.next()));
        var untold = errands.untold();
        assertEquals(
                List.of(5L, 7L),
                untold.stream().map(one -> one.delivery().position()).toList());
        assertEquals(
                List.of(1, 0),
                untold.stream().map(one -> one.delivery().attempt()).toList());
        assertEquals(
                Arrays.asList("answered 500", null),
                untold.stream().map(Errands.Untold::error).toList());
    }

    private static List<Entry> entries(long... positions) {
        return LongStream.of(positions)
                .mapToObj(position -> entry(position, "s" + position, false))
                .toList();
    }

    private static Entry entry(long position, String subject, boolean behind) {
        var delivery = new Delivery(
                position,
                "loan-service",
                1,
                new UUID(0, position),
                "anju.door.opened.v1",
                subject,
                Instant.EPOCH,
                "{}",
                false,
                null);
        return new Entry(position, Optional.of(delivery), behind);
    }

    private static List<Long> positions(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::position).toList();
    }
}
