package io.anju.identity.erasure.model;

import io.anju.identity.datakey.model.KeyKind;
import io.anju.identity.model.Wording;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How long one kind of data outlives the wish to have it erased, a versioned row of the retention schedule.
 *
 * @param heldBy the service that holds the data
 * @param key the data key that protects it; empty where it is not sealed by one here
 * @param keepYears 0 when nothing keeps it
 * @param source the law that keeps it, or by which it goes
 */
public record RetentionRule(
        String item,
        int version,
        String heldBy,
        Optional<KeyKind> key,
        CountsFrom countsFrom,
        int keepYears,
        Wording what,
        Wording source) {

    /** What {@code heldBy} calls this service. */
    public static final String HERE = "identity-service";

    /** Where the years begin. */
    public enum CountsFrom {
        ERASURE,
        /** The day on which the last loan was settled. Who never had one leaves nothing that is to be kept. */
        RELATION_END
    }

    /** Whether this service holds it. */
    public boolean here() {
        return heldBy.equals(HERE);
    }

    /** The day until which it is kept; empty when it goes now. */
    public Optional<LocalDate> keptUntil(Relation relation, LocalDate today) {
        Optional<LocalDate> from = switch (countsFrom) {
            case ERASURE -> Optional.of(today);
            case RELATION_END -> relation.endedOn();
        };
        return from.map(day -> day.plusYears(keepYears)).filter(until -> until.isAfter(today));
    }
}
