package io.anju.care.agency.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an agency may not act, and why. */
class LapseTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 2026-11-22, 2026-11-22, ",
        "2026-11-21, 2099-01-01, 2099-01-01, LICENCE_EXPIRED",
        "2099-01-01, 2026-11-21, 2099-01-01, CONFIDENTIALITY_EXPIRED",
        "2099-01-01, 2099-01-01, 2026-11-21, TRAINING_EXPIRED",
    })
    void lapsesTheDayAfterAPaperEnds(LocalDate licence, LocalDate confidentiality, LocalDate training, Lapse lapse) {
        var agency = vetted(new Papers(licence, confidentiality, training));

        assertEquals(Optional.ofNullable(lapse), agency.lapse("MARKETING", TODAY));
    }

    @Test
    void actsOnlyForThePurposesItWasVettedFor() {
        var agency = vetted(new Papers(TODAY, TODAY, TODAY));

        assertEquals(Optional.of(Lapse.PURPOSE_NOT_GRANTED), agency.lapse("COLLECTION", TODAY));
    }

    @Test
    void doesNotActBeforeItIsVettedNorWhileSuspended() {
        var vetted = vetted(new Papers(TODAY, TODAY, TODAY));

        assertEquals(
                Optional.of(Lapse.NOT_VETTED),
                new Agency.Proposed(vetted.file(), UUID.randomUUID()).lapse("MARKETING", TODAY));
        assertEquals(
                Optional.of(Lapse.SUSPENDED),
                vetted.suspend(UUID.randomUUID(), "why").lapse("MARKETING", TODAY));
    }

    private static Agency.Vetted vetted(Papers papers) {
        var file = new AgencyFile("client", "name", Set.of("MARKETING"), papers);
        return new Agency.Vetted(file, UUID.randomUUID(), UUID.randomUUID());
    }
}
