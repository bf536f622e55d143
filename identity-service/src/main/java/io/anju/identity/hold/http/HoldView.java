package io.anju.identity.hold.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.hold.model.Hold;
import io.anju.identity.http.StopBody;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hold as the person it stands in the way of sees it.
 *
 * @param state {@code HELD}, {@code DENIED}, {@code RELEASED}, {@code REFUSED} or {@code USED}
 * @param releasedUntil until then the same can be opened again and is let through once
 * @param remedy how to clear it, with the documents needed for that
 * @param appeal where to object
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record HoldView(
        UUID id,
        String state,
        String act,
        String resource,
        Instant heldAt,
        @Nullable Instant releasedUntil,
        String reason,
        String remedy,
        List<String> documents,
        String appeal) {

    static HoldView of(Hold hold, String language) {
        var placed = hold.placed();
        var stop = StopBody.of(placed.id(), placed.stop(), language);
        return new HoldView(
                placed.id(),
                hold.state(),
                placed.act(),
                placed.resource(),
                placed.at(),
                hold instanceof Hold.Released released ? released.until() : null,
                stop.reason(),
                stop.remedy(),
                stop.documents(),
                stop.appeal());
    }
}
