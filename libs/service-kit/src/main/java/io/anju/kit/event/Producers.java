package io.anju.kit.event;

import java.util.List;
import java.util.Map;

/**
 * Which service may tell which event. Every service has a key by which it may call every other, so that the caller's name
 * alone says nothing of what it may set going there: an order to pay is loan-service's, and nobody else's word counts.
 *
 * @param sources services by a whole type, or by its beginning up to a dot; the longest that fits decides
 */
public record Producers(Map<String, List<String>> sources) {

    public Producers {
        sources = Map.copyOf(sources);
    }

    /** Whether an event of this type is taken from this service; of a type that nothing fits, from none. */
    public boolean mayTell(String service, String type) {
        for (var name = type; !name.isEmpty(); name = shorter(name)) {
            var services = sources.get(name);
            if (services != null) {
                return services.contains(service);
            }
        }
        return false;
    }

    private static String shorter(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
}
