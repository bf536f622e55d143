package io.anju.kit.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Events that go to one subscriber in one request, at most one of each subject. They are taken all or none; so that a
 * bad one does not hold back the others for long, an event that failed before goes alone.
 */
record Parcel(String subscriber, List<Delivery> deliveries) {

    /** Bodies are refused beyond a megabyte; this leaves room for what JSON adds. */
    private static final int CHARACTERS_MOST = 250_000;

    Parcel {
        deliveries = List.copyOf(deliveries);
    }

    /** Packs what was claimed, at most {@code most} events in one. */
    static List<Parcel> pack(List<Delivery> claimed, int most) {
        List<Parcel> parcels = new ArrayList<>();
        Map<String, List<Delivery>> open = new LinkedHashMap<>();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (Delivery delivery : claimed) {
            String to = delivery.subscriber();
            if (delivery.attempt() > 1) {
                parcels.add(new Parcel(to, List.of(delivery)));
                continue;
            }
            List<Delivery> packed = open.computeIfAbsent(to, none -> new ArrayList<>());
            int size = sizes.getOrDefault(to, 0) + delivery.data().length();
            if (packed.size() == most || (size > CHARACTERS_MOST && !packed.isEmpty())) {
                parcels.add(new Parcel(to, packed));
                packed.clear();
                size = delivery.data().length();
            }
            packed.add(delivery);
            sizes.put(to, size);
        }
        open.forEach((to, packed) -> parcels.add(new Parcel(to, packed)));
        return parcels;
    }

    /** Which attempt this is of those in it. */
    int attempt() {
        return deliveries.getFirst().attempt();
    }

    Long[] positions() {
        return deliveries.stream().map(Delivery::position).toArray(Long[]::new);
    }
}
