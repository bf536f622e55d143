package io.anju.identity.export.model;

import io.anju.kernel.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A copy that a customer has asked for.
 *
 * <pre>
 * Gathering ──every part is there──▶ Ready ──its time is over──▶ Gone
 * </pre>
 */
public sealed interface Export {

    Opening opening();

    /** @param language {@code zh} or {@code en}, of the readable form */
    record Opening(UUID id, UUID customerId, String language, Instant at) {}

    /** Under way; what is done stays done, whoever goes on with it. */
    record Gathering(Opening opening, Set<Part> done) implements Export {

        public Gathering {
            done = Set.copyOf(done);
        }

        /** What is missing, in order. */
        public List<Part> missing() {
            var missing = EnumSet.allOf(Part.class);
            missing.removeAll(done);
            return List.copyOf(missing);
        }

        /** Complete, for a while. */
        public Ready ready(Instant now, Duration lifetime) {
            return new Ready(opening, now, now.plus(lifetime));
        }
    }

    /** To be fetched until it expires. */
    record Ready(Opening opening, Instant at, Instant expiresAt) implements Export {}

    /** Its content is taken away. */
    record Gone(Opening opening, Instant expiredAt) implements Export {}

    /** The copy, if it can be fetched at this moment. */
    default Result<Ready, ExportRefusal> fetch(Instant now) {
        return switch (this) {
            case Gathering ignored -> Result.refused(new ExportRefusal.NotReady());
            case Ready ready ->
                now.isBefore(ready.expiresAt())
                        ? Result.ok(ready)
                        : Result.refused(new ExportRefusal.Expired(ready.expiresAt()));
            case Gone gone -> Result.refused(new ExportRefusal.Expired(gone.expiredAt()));
        };
    }
}
