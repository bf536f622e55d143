package io.anju.kit.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.kit.problem.ProblemException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor is read by whoever wrote it, and one that is none of ours is the caller's mistake. */
class CursorsTest {

    private record Place(LocalDate day, UUID id) {

        static Place parse(String text) {
            var parts = text.split(" ", 2);
            return new Place(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
        }
    }

    @Test
    void readsWhatWasWritten() {
        var place = new Place(LocalDate.of(2026, 11, 30), new UUID(1, 2));

        assertEquals(Optional.of(place), Cursors.decode(Cursors.encode(place.day() + " " + place.id()), Place::parse));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyz", "2026-11-31 00000000-0000-0001-0000-000000000002", "2026-11-30 two", "2026-11-30"})
    void refusesAPlaceThatIsNone(String place) {
        var cursor = Cursors.encode(place);

        var refused = assertThrows(ProblemException.class, () -> Cursors.decode(cursor, Place::parse));

        assertEquals(400, refused.problem().status());
        assertEquals("cursor", refused.problem().fields().getFirst().field());
    }

    @Test
    void refusesWhatNobodyEncoded() {
        assertThrows(ProblemException.class, () -> Cursors.decodeId("%"));
        assertThrows(ProblemException.class, () -> Cursors.decodeId(Cursors.encode("no id")));
    }
}
