package io.anju.identity.erasure.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.datakey.model.KeyKind;
import io.anju.identity.erasure.model.RetentionRule.CountsFrom;
import io.anju.identity.model.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ErasurePlanTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-29");
    private static final Instant NOW = Instant.parse("2026-11-29T02:00:00Z");
    private static final Erasure.Opening OPENING = new Erasure.Opening(UUID.randomUUID(), UUID.randomUUID(), NOW);
    private static final Wording WORDS = new Wording("w", "w");

    /** Anti-money-laundering law art. 34: at least ten years after the business relationship ends. */
    private static final RetentionRule NAME = rule("REAL_NAME", KeyKind.IDENTITY, CountsFrom.RELATION_END, 10);

    private static final RetentionRule PHONE = rule("PHONE", KeyKind.CONTACT, CountsFrom.RELATION_END, 0);
    private static final RetentionRule CONSENTS = rule("CONSENTS", null, CountsFrom.ERASURE, 3);
    private static final List<RetentionRule> RULES = List.of(PHONE, NAME, CONSENTS);

    private static RetentionRule rule(String item, KeyKind key, CountsFrom from, int years) {
        return new RetentionRule(item, 1, "identity-service", Optional.ofNullable(key), from, years, WORDS, WORDS);
    }

    private static Relation settledOn(String day) {
        return new Relation(List.of(), Optional.of(LocalDate.parse(day)));
    }

    private static ErasurePlan plan(Relation relation) {
        return ErasurePlan.of(RULES, relation, List.of(), TODAY);
    }

    @Test
    void whoNeverHadALoanLeavesNoKeyBehind() {
        var plan = plan(new Relation(List.of(), Optional.empty()));

        assertInstanceOf(Erasure.Complete.class, plan.carriedOut(OPENING));
        assertEquals(
                Optional.of(LocalDate.parse("2029-11-29")),
                plan.items().getLast().keptUntil());
    }

    @Test
    void theNameStaysForTenYearsAfterTheLastLoanAndThePhoneDoesNot() {
        var plan = plan(settledOn("2025-03-31"));

        assertEquals(Optional.empty(), plan.keptUntil(KeyKind.CONTACT));
        assertEquals(Optional.of(LocalDate.parse("2035-03-31")), plan.keptUntil(KeyKind.IDENTITY));
        assertEquals(new Erasure.Restricted(OPENING, LocalDate.parse("2035-03-31")), plan.carriedOut(OPENING));
    }

    @Test
    void aBankThatCountsThePhoneAmongItsRecordsKeepsItByItsOwnVersionOfTheRule() {
        var kept = rule("PHONE", KeyKind.CONTACT, CountsFrom.RELATION_END, 10);

        var plan = ErasurePlan.of(List.of(kept, NAME), settledOn("2025-03-31"), List.of(), TODAY);

        assertEquals(Optional.of(LocalDate.parse("2035-03-31")), plan.keptUntil(KeyKind.CONTACT));
    }

    @Test
    void whatTheLawHasLetGoIsDeletedToo() {
        assertInstanceOf(Erasure.Complete.class, plan(settledOn("2016-11-29")).carriedOut(OPENING));
        assertInstanceOf(Erasure.Restricted.class, plan(settledOn("2016-11-30")).carriedOut(OPENING));
    }

    @Test
    void aLoanThatLivesStandsInTheWayAndSoDoesAHold() {
        var tie = new Relation.Tie(UUID.randomUUID(), "ACTIVE");
        var hold = LegalHold.proposed(UUID.randomUUID(), UUID.randomUUID(), "r", UUID.randomUUID(), NOW);

        var plan = ErasurePlan.of(RULES, new Relation(List.of(tie), Optional.empty()), List.of(hold), TODAY);

        assertEquals(
                List.of(new ErasureRefusal.LoanLives(List.of(tie)), new ErasureRefusal.Held(NOW)), plan.obstacles());
    }

    @Test
    void aRestrictedErasureIsReleasedOnItsDayAndNotBefore() {
        var restricted = new Erasure.Restricted(OPENING, TODAY);

        assertEquals(Optional.empty(), restricted.release(TODAY.minusDays(1), NOW));
        assertEquals(Optional.of(new Erasure.Complete(OPENING, NOW)), restricted.release(TODAY, NOW));
    }

    @Property
    void nothingIsKeptLongerThanItsRuleSays(
            @ForAll @IntRange(max = 60) int years, @ForAll @IntRange(max = 20_000) int daysSinceTheEnd) {
        var rule = rule("ANY", KeyKind.IDENTITY, CountsFrom.RELATION_END, years);
        var end = TODAY.minusDays(daysSinceTheEnd);

        var until = rule.keptUntil(new Relation(List.of(), Optional.of(end)), TODAY);

        assertTrue(until.stream().allMatch(day -> day.isAfter(TODAY) && !day.isAfter(end.plusYears(years))));
        assertEquals(end.plusYears(years).isAfter(TODAY), until.isPresent());
    }
}
