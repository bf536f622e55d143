package io.anju.sandbox.clock;

import io.anju.sandbox.http.Bounded;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The services that ask for the business date again and again. A service has <em>seen</em> a date when it comes back after it was answered with it: by then
 * the first answer has been dealt with.
 */
final class Followers {
    private static final Duration PRESENT = Duration.ofSeconds(3);

    private record Visit(LocalDate answered, boolean seen, Instant at) {}

    private final Map<String, Visit> lastVisits = new Bounded<>(32);

    /** A service asked and was answered with this date. */
    void visited(String service, LocalDate answered, Instant now) {
        var before = lastVisits.get(service);
        lastVisits.put(
                service, new Visit(answered, before != null && before.answered().equals(answered), now));
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
        return visit != null && visit.seen() && visit.answered().equals(date);
    }
}
