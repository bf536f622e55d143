package io.anju.contract.signing.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.result.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final String HASH = "a".repeat(64);
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final ContractFacts FACTS = new ContractFacts(
            UUID.randomUUID(),
            "AJ-1",
            ContractKind.HOME_LOAN,
            UUID.randomUUID(),
            UUID.randomUUID(),
            1,
            HASH,
            100_000_000,
            NOW);
    private static final Contract.Drafted DRAFTED = new Contract.Drafted(FACTS, TODAY);

    private static SigningAttempt attempt(String hash, List<String> confirmed, LocalDate today) {
        return new SigningAttempt(hash, List.of("late", "mortgage"), confirmed, today, NOW);
    }

    private static SigningRefusal refusal(SigningAttempt attempt) {
        return switch (DRAFTED.sign(attempt)) {
            case Result.Ok<Contract.Signed, SigningRefusal> signed -> throw new AssertionError(signed.toString());
            case Result.Refused<Contract.Signed, SigningRefusal>(SigningRefusal refusal) -> refusal;
        };
    }

    @Test
    void isSignedOnItsLastDayWithEveryImportantClauseConfirmed() {
        var result = DRAFTED.sign(attempt(HASH, List.of("mortgage", "late"), TODAY));

        assertEquals(Result.ok(new Contract.Signed(FACTS, NOW)), result);
    }

    @Test
    void isNotSignedADayLater() {
        assertEquals(
                new SigningRefusal.ContractExpired(TODAY),
                refusal(attempt(HASH, List.of("late", "mortgage"), TODAY.plusDays(1))));
    }

    @Test
    void isNotSignedOverAnotherHash() {
        assertEquals(
                new SigningRefusal.OtherDocument(HASH, "b".repeat(64)),
                refusal(attempt("b".repeat(64), List.of("late", "mortgage"), TODAY)));
    }

    @Test
    void namesTheClausesThatAreMissing() {
        assertEquals(
                new SigningRefusal.ClausesNotConfirmed(List.of("mortgage")),
                refusal(attempt(HASH, List.of("late"), TODAY)));
    }

    @Test
    void expiresOnlyAfterItsLastDay() {
        assertEquals(Optional.empty(), DRAFTED.expire(TODAY, NOW));
        assertTrue(DRAFTED.expire(TODAY.plusDays(1), NOW).isPresent());
    }

    @Test
    void keepsTheHourOfSigningWhenItIsSealed() {
        Contract.Sealed inForce = new Contract.Signed(FACTS, NOW).seal("c".repeat(64), NOW.plusSeconds(5));

        assertEquals(Optional.of(NOW), inForce.signedAt());
    }
}
