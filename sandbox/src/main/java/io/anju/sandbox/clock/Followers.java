package io.anju.sandbox.clock;

import io.anju.sandbox.http.Bounded;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The services that ask for the business date again and again. A service has <em>seen</em> a date when it comes back and says that it knows it.
 */
final class Followers {
    private static final Duration PRESENT = Duration.ofSeconds(3);

    private record Visit(Optional<LocalDate> known, Instant at) {}

    private final Map<String, Visit> lastVisits = new Bounded<>(32);

    /** A service asked, and knew this date by then. */
    void visited(String service, Optional<LocalDate> known, Instant now) {
        lastVisits.put(service, new Visit(known, now));
    }

    /** The services that asked within the last three seconds. */
    List<String> present(Instant now) {
        return lastVisits.entrySet().stream()
                .filter(e -> e.getValue().at().isAfter(now.minus(PRESENT)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Which of these have not seen the date yet? */
    List<String> notSeen(List<String> services, LocalDate date) {
        return services.stream().filter(s -> !hasSeen(s, date)).toList();
    }

    private boolean hasSeen(String service, LocalDate date) {
        var visit = lastVisits.get(service);
        return visit != null && visit.known().equals(Optional.of(date));
    }
}
