package io.anju.repayment.change.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.result.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RateRequestTest {

    private static final Instant ASKED = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-23T02:00:00Z");
    private static final LocalDate LAST = LocalDate.of(2026, 12, 22);

    private final UUID id = UUID.randomUUID();
    private final UUID quote = UUID.randomUUID();
    private final RateRequest.Asked asked = new RateRequest.Asked(
            id,
            UUID.randomUUID(),
            UUID.randomUUID(),
            new ChangeAsk.LowerSpread(),
            "the rate of new loans is lower",
            List.of("PAID_LONG_ENOUGH"),
            ASKED);
    private final RateRequest.Waiting waiting = new RateRequest.Waiting(asked);
    private final RateRequest.Advice advice =
            new RateRequest.Advice(RateRequest.Verdict.APPROVE, "case 7", UUID.randomUUID(), ASKED);
    private final RateRequest.Recommended recommended = waiting.recommended(advice);
    private final RateRequest.Decision decision = new RateRequest.Decision("case 7", UUID.randomUUID(), ASKED);
    private final RateRequest.Approved approved = recommended.approved(quote, decision, LAST);

    @Test
    void isWithdrawnAsLongAsNobodyHasDecidedIt() {
        assertEquals(Result.ok(new RateRequest.Withdrawn(asked, Optional.empty(), LATER)), waiting.withdrawn(LATER));
        assertEquals(
                Result.ok(new RateRequest.Withdrawn(asked, Optional.of(advice), LATER)), recommended.withdrawn(LATER));

        var decided = Result.refused(new ChangeRefusal.RequestDecided(id));
        assertEquals(decided, approved.withdrawn(LATER));
        assertEquals(decided, recommended.declined(decision).withdrawn(LATER));
        assertEquals(decided, new RateRequest.Offered(asked, quote).withdrawn(LATER));
    }

    @Test
    void staysAsItWasWithdrawnAndIsNeitherRecommendedOnNorDecided() {
        var withdrawn = new RateRequest.Withdrawn(asked, Optional.empty(), ASKED);

        assertEquals(Result.ok(withdrawn), withdrawn.withdrawn(LATER));
        var gone = Result.refused(new ChangeRefusal.RequestWithdrawn(id));
        assertEquals(gone, withdrawn.advised(advice));
        assertEquals(gone, withdrawn.forDecisionBy(UUID.randomUUID()));
    }

    @Test
    void letsOffFromWhatWasNotMetUntilItsLastDay() {
        assertEquals(new Exceptions(Optional.of(id), Set.of("PAID_LONG_ENOUGH")), approved.exceptionsOn(LAST));
        assertEquals(Exceptions.NONE, approved.exceptionsOn(LAST.plusDays(1)));
        assertEquals(LAST, approved.offeredAnew(UUID.randomUUID()).grantedUntil());
    }
}
