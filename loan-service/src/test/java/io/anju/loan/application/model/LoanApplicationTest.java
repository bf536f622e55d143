package io.anju.loan.application.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.Method;
import io.anju.loan.product.model.Conditions;
import io.anju.loan.product.model.RateBasis;
import io.anju.loan.product.model.TrancheKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoanApplicationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final UUID FIRST = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final UUID CONTRACT = UUID.fromString("00000000-0000-7000-8000-00000000000c");
    private static final UUID LOAN = UUID.fromString("00000000-0000-7000-8000-00000000000f");
    private static final Dossier DOSSIER = new Dossier(FIRST, SECOND, "FIRST_HOME", 1, NOW, 1);
    private static final Limits LIMITS =
            new Limits(12, 360, Set.of(Method.EQUAL_INSTALMENT), 0, 0, List.of(TrancheKind.COMMERCIAL), Map.of());
    private static final Set<DocumentKind> DOCUMENTS = Set.of(DocumentKind.INCOME_PROOF, DocumentKind.ASSET_PROOF);
    private static final ApplicationDraft FULL = new ApplicationDraft(
            List.of(new TrancheWish(TrancheKind.COMMERCIAL, 100_000_000, 360, Method.EQUAL_INSTALMENT)),
            null,
            new Property("P1", "somewhere", 150_000_000, null),
            new Income(3_000_000, Income.Employment.EMPLOYED, 48),
            List.of(),
            List.of(new Asset(Asset.Kind.DEPOSIT, 30_000_000)));
    private static final List<ApprovedTranche> PRICED = List.of(new ApprovedTranche(
            TrancheKind.COMMERCIAL,
            100_000_000,
            360,
            Method.EQUAL_INSTALMENT,
            0,
            new BigDecimal("0.032"),
            new BigDecimal("-0.003"),
            12,
            RateBasis.FLOATING,
            Conditions.DEFAULT));

    private static <T> T agreed(Result<T, ApplicationRefusal> result) {
        return switch (result) {
            case Result.Ok<T, ApplicationRefusal>(T value) -> value;
            case Result.Refused<T, ApplicationRefusal>(ApplicationRefusal refusal) ->
                throw new AssertionError(refusal.code());
        };
    }

    private static String refused(Result<?, ApplicationRefusal> result) {
        return assertInstanceOf(Result.Refused.class, result).refusal().code();
    }

    private static InReview inReview(boolean rulesMet) {
        return agreed(new Draft(DOSSIER, FULL).submit(LIMITS, DOCUMENTS, true))
                .check()
                .assessed(new Findings(rulesMet, rulesMet ? List.of() : List.of("LOAN_TO_VALUE"), 90));
    }

    private static InReview recommended(boolean rulesMet) {
        return agreed(inReview(rulesMet).recommend(new Recommendation(Verdict.APPROVE, "fits", FIRST, NOW)));
    }

    private static Approved approved() {
        return agreed(recommended(true).approve(PRICED, TODAY, SECOND, NOW));
    }

    private static Contracted registered() {
        return approved().contracted(CONTRACT).registered("M1");
    }

    @Test
    void runsFromDraftToSettled() {
        var sheet = agreed(CostSheet.of(approved().approval())
                .confirm(CostSheet.of(approved().approval()).realAnnualRate(), NOW));
        var order = DisbursementOrder.on(TODAY, 22, "ESCROW-1", FIRST);

        var active = assertInstanceOf(
                Active.class, agreed(registered().confirm(sheet).release(order)).disbursed(new PaidTranche(1, LOAN)));

        assertEquals(State.SETTLED, active.settled().state());
        assertEquals(List.of(new PaidTranche(1, LOAN)), active.settled().loans());
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, SUBMIT, true",
        "DRAFT, DECIDE, false",
        "SUBMITTED, EDIT, false",
        "SUBMITTED, WITHDRAW, true",
        "IN_REVIEW, DECIDE, true",
        "MORE_INFORMATION_NEEDED, EDIT, true",
        "APPROVED, RELEASE, false",
        "CONTRACTED, RELEASE, true",
        "CONTRACTED, WITHDRAW, false",
        "DECLINED, SUBMIT, false",
        "SETTLED, WITHDRAW, false",
    })
    void saysWhatIsPossible(State state, Act act, boolean possible) {
        assertEquals(possible, state.possible().contains(act));
    }

    @Test
    void refusesAnActOfAnotherStateWithWhatIsPossible() {
        LoanApplication draft = new Draft(DOSSIER, FULL);

        var refusal = assertInstanceOf(
                ApplicationRefusal.NotPossible.class,
                assertInstanceOf(Result.Refused.class, draft.in(Contracted.class, Act.RELEASE))
                        .refusal());

        assertEquals(List.of("EDIT", "SUBMIT", "WITHDRAW"), refusal.evidence().get("possible"));
    }

    @Test
    void isNotSubmittedWithoutTheConsentToACreditCheck() {
        assertEquals(
                "CREDIT_CHECK_CONSENT_MISSING", refused(new Draft(DOSSIER, FULL).submit(LIMITS, DOCUMENTS, false)));
    }

    @Test
    void namesEveryGapAtOnce() {
        var refusal = assertInstanceOf(
                ApplicationRefusal.Incomplete.class,
                assertInstanceOf(Result.Refused.class, ApplicationDraft.EMPTY.complete(LIMITS, Set.of()))
                        .refusal());

        assertEquals(
                List.of("tranches", "documents", "property", "income"),
                refusal.gaps().stream().map(Gap::field).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "11,  EQUAL_INSTALMENT, TERM_OUT_OF_RANGE",
        "361, EQUAL_INSTALMENT, TERM_OUT_OF_RANGE",
        "360, EQUAL_PRINCIPAL,  METHOD_NOT_OFFERED",
    })
    void holdsToTheLimitsOfItsProduct(int months, Method method, String code) {
        var wish = new TrancheWish(TrancheKind.COMMERCIAL, 100_000_000, months, method);

        assertEquals(
                List.of(code),
                LIMITS.gapsOf(wish, "tranches[0]").stream().map(Gap::code).toList());
    }

    @Test
    void isNeverDecidedByOnePerson() {
        assertEquals("SAME_PERSON", refused(recommended(true).approve(PRICED, TODAY, FIRST, NOW)));
        assertEquals("SAME_PERSON", refused(recommended(true).decline(List.of("X"), FIRST, NOW)));
        assertEquals("NOT_RECOMMENDED", refused(inReview(true).approve(PRICED, TODAY, SECOND, NOW)));
        assertThrows(IllegalArgumentException.class, () -> new Approval(PRICED, 22, TODAY, FIRST, FIRST, NOW));
    }

    @Test
    void isNotApprovedAgainstTheAdviceButMayBeDeclinedAgainstIt() {
        var against = agreed(inReview(true).recommend(new Recommendation(Verdict.DECLINE, "too dear", FIRST, NOW)));

        assertEquals("RECOMMENDED_TO_DECLINE", refused(against.approve(PRICED, TODAY, SECOND, NOW)));
        assertEquals(
                State.DECLINED,
                agreed(recommended(true).decline(List.of("X"), SECOND, NOW)).state());
    }

    @Test
    void isDecidedByTwoOthersOnceAnAppealAgainstTheDeclineIsUpheld() {
        var declined = agreed(recommended(true).decline(List.of("X"), SECOND, NOW));
        var anew = declined.reopen(new Findings(true, List.of(), 70));

        for (UUID before : List.of(FIRST, SECOND)) {
            assertEquals("RECUSED", refused(anew.claim(before, NOW, Duration.ofMinutes(30))));
            assertEquals("RECUSED", refused(anew.recommend(new Recommendation(Verdict.APPROVE, "fits", before, NOW))));
            assertEquals("RECUSED", refused(anew.requestInformation(List.of("payslip"), before, NOW)));
        }
        var advised = agreed(anew.recommend(new Recommendation(Verdict.APPROVE, "fits", CONTRACT, NOW)));
        assertEquals("RECUSED", refused(advised.approve(PRICED, TODAY, SECOND, NOW)));
        assertEquals(
                State.APPROVED,
                agreed(advised.approve(PRICED, TODAY, LOAN, NOW)).state());
    }

    @Test
    void goesBackToTheBorrowerWhenTheConsentIsWithdrawnBeforeTheChecks() {
        var checking =
                agreed(new Draft(DOSSIER, FULL).submit(LIMITS, DOCUMENTS, true)).check();

        var waiting = checking.withoutConsent();

        assertEquals(1, waiting.requests().size());
        assertEquals("CREDIT_CHECK_CONSENT_MISSING", refused(waiting.submit(LIMITS, DOCUMENTS, false)));
    }

    @Test
    void isNotApprovedAgainstTheRulesButMayBeDeclined() {
        assertEquals("RULES_NOT_MET", refused(recommended(false).approve(PRICED, TODAY, SECOND, NOW)));
        assertEquals(
                State.DECLINED,
                agreed(recommended(false).decline(List.of("LOAN_TO_VALUE"), SECOND, NOW))
                        .state());
    }

    @Test
    void isClaimedUntilTheLeaseEnds() {
        var claimed = agreed(inReview(true).claim(FIRST, NOW, Duration.ofMinutes(30)));
        var advice = new Recommendation(Verdict.APPROVE, "fits", SECOND, NOW.plusSeconds(60));
        var late = new Recommendation(Verdict.APPROVE, "fits", SECOND, NOW.plusSeconds(1800));

        assertEquals("CLAIMED_BY_ANOTHER", refused(claimed.recommend(advice)));
        assertNull(agreed(claimed.recommend(late)).claim());
    }

    @Test
    void releasesMoneyOnlyWhenTheMortgageIsRegisteredAndTheCostIsKnown() {
        var order = DisbursementOrder.on(TODAY, 22, "ESCROW-1", FIRST);

        assertEquals(
                "MORTGAGE_NOT_REGISTERED",
                refused(approved().contracted(CONTRACT).release(order)));
        assertEquals("COST_SHEET_NOT_CONFIRMED", refused(registered().release(order)));
    }

    @Test
    void isPaidOutTrancheByTranche() {
        var approval = new Approval(List.of(PRICED.getFirst(), PRICED.getFirst()), 22, TODAY, FIRST, SECOND, NOW);
        var facts = approved().facts();
        var order = DisbursementOrder.on(TODAY, 22, "ESCROW-1", FIRST);
        var released = new Disbursing(DOSSIER, facts, approval, CONTRACT, "M1", order, List.of(), List.of());
        var second = new PaidTranche(2, LOAN);

        var half = assertInstanceOf(Disbursing.class, released.disbursed(second));

        assertEquals(half, half.disbursed(second));
        assertThrows(IllegalArgumentException.class, () -> half.disbursed(new PaidTranche(2, FIRST)));
        assertThrows(IllegalArgumentException.class, () -> half.disbursed(new PaidTranche(3, FIRST)));
        var first = new PaidTranche(1, FIRST);
        assertEquals(
                List.of(first, second),
                assertInstanceOf(Active.class, half.disbursed(first)).loans());
    }

    @Test
    void takesTheDayOfTheApprovalAsDueDayUnlessOneIsChosen() {
        assertEquals(22, approved().approval().dueDay());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 22, 2026-12-22",
        "2026-03-07, 20, 2026-04-20",
        "2026-01-31, 31, 2026-02-28",
        "2026-12-10,  5, 2027-01-05",
    })
    void isFirstDueOnTheDueDayOfTheNextMonth(LocalDate start, int dueDay, LocalDate firstDue) {
        assertEquals(firstDue, DisbursementOrder.on(start, dueDay, "X", FIRST).firstDueDate());
    }

    @Test
    void showsTheRealAnnualRateOfTheWholeLoan() {
        // (1 + 0.032 / 12)^12 - 1 = 0.03247
        assertEquals(
                "0.0325", CostSheet.of(approved().approval()).realAnnualRate().text());
        assertTrue(CostSheet.of(approved().approval()).quote().combined().totalInterest() > 0);
    }
}
