package io.anju.kit.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries of one stretch under way: at any time at most one of each subject, and none of a subject any more when one
 * of it has failed. Confined to one stretch's work, which takes turns.
 */
final class Errands {

    /**
     * A delivery that is kept for later.
     *
     * @param delivery with as many attempts as it has had
     * @param error of the last attempt; null when there was none
     */
    record Untold(Delivery delivery, @Nullable String error) {}

    private final Map<String, Queue<Delivery>> waiting = new LinkedHashMap<>();
    private final List<Untold> untold = new ArrayList<>();

    Errands(Stretch stretch) {
        stretch.ready()
                .forEach(delivery -> waiting.computeIfAbsent(delivery.subject(), none -> new ArrayDeque<>())
                        .add(delivery));
        stretch.behind().forEach(this::keep);
    }

    /** The next of each subject; empty when all are through. */
    List<Delivery> next() {
        waiting.values().removeIf(Queue::isEmpty);
        return waiting.values().stream().map(Queue::remove).toList();
    }

    /** These were not taken. Who is told of a subject in order hears nothing further of it for now. */
    void failed(Parcel parcel, String error) {
        for (Delivery delivery : parcel.deliveries()) {
            untold.add(new Untold(delivery, error));
            Queue<Delivery> rest = waiting.remove(delivery.subject());
            if (rest != null) {
                rest.forEach(this::keep);
            }
        }
    }

    private void keep(Delivery delivery) {
        untold.add(new Untold(delivery.untried(), null));
    }

    /** What is kept for later. */
    List<Untold> untold() {
        return List.copyOf(untold);
    }
}
