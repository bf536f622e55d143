package io.anju.identity.notice.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.identity.notice.model.NoticeStanding.Decided;
import io.anju.identity.notice.model.NoticeStanding.Decision;
import io.anju.identity.notice.model.NoticeStanding.State;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeStandingTest {

    @ParameterizedTest
    @CsvSource({
        // decided about, what; in force, says the same since; where that leads
        "2026-11-01, ACCEPTED, 2026-11-01, 2026-11-01, ACCEPTED",
        "2026-11-01, ACCEPTED, 2027-01-01, 2027-01-01, AWAITING",
        "2026-11-01, REFUSED,  2027-01-01, 2027-01-01, AWAITING",
        "2027-01-01, REFUSED,  2027-01-01, 2027-01-01, REFUSED",
        "2026-11-01, ACCEPTED, 2027-01-01, 2026-11-01, ACCEPTED",
        "2026-11-01, REFUSED,  2027-01-01, 2026-11-01, REFUSED"
    })
    void isAskedOncePerChangeOfWhatTheNoticeSays(
            String decided, Decision decision, String current, String since, State state) {
        var last = new Decided(decided, decision, Instant.EPOCH, Optional.empty());

        assertEquals(state, standing(current, since, Optional.of(last)).state());
    }

    @Test
    void whoDecidedAboutNoneIsAsked() {
        assertEquals(
                Optional.of("2026-11-01"),
                standing("2026-11-01", "2026-11-01", Optional.empty())
                        .awaiting()
                        .map(NoticeReference::version));
    }

    private static NoticeStanding standing(String current, String since, Optional<Decided> last) {
        return new NoticeStanding(new NoticeReference(current, "hash"), since, last);
    }
}
