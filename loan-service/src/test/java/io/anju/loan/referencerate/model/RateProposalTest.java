package io.anju.loan.referencerate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.anju.kernel.result.Result;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateProposalTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final LocalDate LAST = LocalDate.parse("2026-08-20");
    private static final LocalDate TODAY = LocalDate.parse("2026-09-20");

    @ParameterizedTest
    @CsvSource({
        "LPR_5Y, 2026-09-21, 0.0345, ''",
        "LPR_5Y, 2026-09-21, 0.0347, RATE_NOT_A_STEP",
        "LPR_5Y, 2026-08-20, 0.0345, RATE_DATE_NOT_AFTER_LAST",
        "PROVIDENT_FUND_5Y, 2026-09-21, 0.02375, ''",
        "LPR_5Y, 2026-11-19, 0.0345, ''",
        "LPR_5Y, 2026-11-20, 0.0345, RATE_DATE_TOO_FAR_AHEAD",
        "LPR_5Y, 2062-09-21, 0.0345, RATE_DATE_TOO_FAR_AHEAD",
    })
    void isCheckedBeforeASecondPersonIsAsked(Rate rate, LocalDate date, BigDecimal value, String code) {
        var result = RateProposal.propose(
                UUID.randomUUID(), new PublishedRate(rate, date, value), LAST, TODAY, UUID.randomUUID(), NOW);

        assertEquals(
                code,
                switch (result) {
                    case Result.Ok<RateProposal.Proposed, RateRefusal> agreed -> "";
                    case Result.Refused<RateProposal.Proposed, RateRefusal>(RateRefusal refusal) -> refusal.code();
                });
    }

    @Test
    void isPublishedByAnotherPersonOnly() {
        var officer = UUID.randomUUID();
        var proposed = new RateProposal.Proposed(
                UUID.randomUUID(),
                new PublishedRate(Rate.LPR_5Y, LAST.plusMonths(1), new BigDecimal("0.0345")),
                officer,
                NOW);

        assertInstanceOf(Result.Refused.class, proposed.confirm(officer, NOW, LAST));
        assertInstanceOf(Result.Ok.class, proposed.confirm(UUID.randomUUID(), NOW, LAST));
    }

    @Test
    void isRejectedByAnotherPersonAndTakenBackByItsOwn() {
        var officer = UUID.randomUUID();
        var proposed = new RateProposal.Proposed(
                UUID.randomUUID(),
                new PublishedRate(Rate.LPR_5Y, LAST.plusMonths(1), new BigDecimal("0.0345")),
                officer,
                NOW);

        assertInstanceOf(Result.Refused.class, proposed.reject(officer, NOW));
        assertInstanceOf(Result.Ok.class, proposed.reject(UUID.randomUUID(), NOW));
        assertInstanceOf(Result.Refused.class, proposed.withdraw(UUID.randomUUID(), NOW));
        assertInstanceOf(Result.Ok.class, proposed.withdraw(officer, NOW));
    }

    @Test
    void readsTheShippedSeries() {
        var rates = LprHistory.parse(Stream.of("# remark", "2019-08-20,4.25,4.85")).stream()
                .map(rate -> rate.rate() + " " + rate.value().toPlainString())
                .toList();

        assertEquals(java.util.List.of("LPR_1Y 0.0425", "LPR_5Y 0.0485"), rates);
    }
}
