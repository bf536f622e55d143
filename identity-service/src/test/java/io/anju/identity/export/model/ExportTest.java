package io.anju.identity.export.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.anju.kernel.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExportTest {

    private static final Instant NOW = Instant.parse("2026-11-29T02:00:00Z");
    private static final Export.Opening OPENING = new Export.Opening(UUID.randomUUID(), UUID.randomUUID(), "zh", NOW);

    @Property
    void whatIsDoneIsNotDoneAgain(@ForAll Set<Part> done) {
        var missing = new Export.Gathering(OPENING, done).missing();

        assertEquals(Part.values().length, done.size() + missing.size());
        assertFalse(missing.stream().anyMatch(done::contains));
    }

    @Test
    void aCopyIsThereForItsTimeAndNotAMomentLonger() {
        var ready = new Export.Gathering(OPENING, Set.of(Part.values())).ready(NOW, Duration.ofHours(1));
        var end = NOW.plusSeconds(3600);

        assertEquals(Result.ok(ready), ready.fetch(end.minusMillis(1)));
        assertEquals(Result.refused(new ExportRefusal.Expired(end)), ready.fetch(end));
        assertEquals(Result.refused(new ExportRefusal.NotReady()), new Export.Gathering(OPENING, Set.of()).fetch(NOW));
    }
}
