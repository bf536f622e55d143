package io.anju.identity.verification.model;

import static io.anju.identity.model.ProofMethod.PASSKEY;
import static io.anju.identity.model.ProofMethod.SMS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.identity.model.Level;
import io.anju.identity.model.ProofMethod;
import io.anju.identity.model.RiskVerdict;
import io.anju.identity.model.Wording;
import io.anju.kernel.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may open what, by which method. */
class OpeningTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final String LOAN = "/api/v1/loans/0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
    private static final Wording WORDS = new Wording("words", "文字");
    private static final RiskVerdict.Open ALLOWED = new RiskVerdict.Allowed();
    private static final RiskVerdict.Open STRONGER = new RiskVerdict.StrongerMethod(WORDS);

    @ParameterizedTest
    @CsvSource({
        "customer, L3, " + LOAN + ", repayment-service, 1, ''",
        "customer, L2, " + LOAN + ", repayment-service, 1, LEVEL_TOO_LOW",
        "teller,   L3, " + LOAN + ", repayment-service, 1, ROLE_MISSING",
        "customer, L3, /api/v1/loans/7, repayment-service, 1, TARGET_DOES_NOT_FIT",
        "customer, L3, " + LOAN + "/x, repayment-service, 1, TARGET_DOES_NOT_FIT",
        "customer, L3, /api/v1/contracts/0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b, repayment-service, 1, TARGET_DOES_NOT_FIT",
        "customer, L3, " + LOAN + ", loan-service, 1, TARGET_DOES_NOT_FIT",
        "customer, L3, " + LOAN + ", repayment-service, 0, NO_METHOD_LEFT",
    })
    void checksRoleLevelTargetAndMethodInThisOrder(
            String role, Level level, String resource, String audience, int passkeys, String refusal) {
        var act = new ProtectedAct("repayment.prepay", resource, "x", audience);
        var asker = new Asker(new UUID(0, 1), Set.of(role), level, passkeys, passkeys > 0, true);

        assertEquals(refusal, code(new Opening(act, asker, policy("repayment.prepay", Set.of(PASSKEY))).check()));
    }

    @Test
    void takesTheStrongestMethodUnlessAnotherIsWanted() {
        Opening opening = opening("card.unbind", Set.of(PASSKEY, SMS), 1, true);

        assertEquals(PASSKEY, method(opening, ALLOWED, Optional.empty()));
        assertEquals(SMS, method(opening, ALLOWED, Optional.of(SMS)));
    }

    @Test
    void fallsBackToSmsOnlyWhereThePolicyAdmitsIt() {
        assertEquals(SMS, method(opening("card.unbind", Set.of(PASSKEY, SMS), 0, false), ALLOWED, Optional.empty()));
        assertEquals(
                "NO_METHOD_LEFT",
                code(opening("contract.sign", Set.of(PASSKEY), 0, false).check()));
    }

    @Test
    void addsTheFirstPasskeyBySmsAndNoLaterOne() {
        assertEquals(SMS, method(opening("passkey.add", Set.of(PASSKEY, SMS), 0, false), ALLOWED, Optional.empty()));
        assertEquals(
                "METHOD_NOT_OFFERED",
                refusal(opening("passkey.add", Set.of(PASSKEY, SMS), 1, true), ALLOWED, Optional.of(SMS)));
    }

    @Test
    void addsNoPasskeyBySmsOnceEveryPasskeyIsRevoked() {
        assertEquals(
                "NO_METHOD_LEFT",
                code(opening("passkey.add", Set.of(PASSKEY, SMS), 0, true).check()));
    }

    @Test
    void anActMayBeDoneOnThingsOfSeveralKindsAndOnNoOthers() {
        var either = Set.of("/api/v1/staff/loans/{id}/waivers/{id}", "/api/v1/staff/breaks/{id}");
        UUID id = new UUID(7, 7);

        assertEquals(
                "",
                code(on(either, "/api/v1/staff/loans/" + id + "/waivers/" + id).check()));
        assertEquals("", code(on(either, "/api/v1/staff/breaks/" + id).check()));
        for (String other : List.of(
                "/api/v1/staff/loans/" + id,
                "/api/v1/staff/loans/" + id + "/waivers/" + id + "/approval",
                "/api/v1/staff/breaks/" + id + "/approval")) {
            assertEquals("TARGET_DOES_NOT_FIT", code(on(either, other).check()), other);
        }
    }

    private static Opening on(Set<String> resources, String path) {
        var asker = new Asker(new UUID(0, 1), Set.of("customer"), Level.L3, 1, true, true);
        return new Opening(
                new ProtectedAct("ledger.correct", path, "x", "repayment-service"),
                asker,
                policy("ledger.correct", Set.of(PASSKEY), resources));
    }

    @Test
    void asksForThePasskeyWhereThereIsOneIfThePolicyWantsIt() {
        assertEquals(PASSKEY, method(irrevocable(1), ALLOWED, Optional.empty()));
        assertEquals("METHOD_NOT_OFFERED", refusal(irrevocable(1), ALLOWED, Optional.of(SMS)));
        assertEquals(SMS, method(irrevocable(0), ALLOWED, Optional.empty()));
    }

    private static Opening irrevocable(int passkeys) {
        var asker = new Asker(new UUID(0, 1), Set.of("customer"), Level.L3, passkeys, true, true);
        return new Opening(
                new ProtectedAct("privacy.erase", LOAN, "x", "repayment-service"),
                asker,
                policy("privacy.erase", Set.of(PASSKEY, SMS), Set.of("/api/v1/loans/{id}"), true));
    }

    @Test
    void riskTakesTheWeakerMethodAway() {
        Opening opening = opening("card.unbind", Set.of(PASSKEY, SMS), 1, true);

        assertEquals(PASSKEY, method(opening, STRONGER, Optional.empty()));
        assertEquals("METHOD_NOT_OFFERED", refusal(opening, STRONGER, Optional.of(SMS)));
        assertEquals(
                "NO_METHOD_LEFT",
                refusal(opening("card.unbind", Set.of(PASSKEY, SMS), 0, false), STRONGER, Optional.empty()));
    }

    private static Opening opening(String act, Set<ProofMethod> methods, int passkeys, boolean everHad) {
        var asker = new Asker(new UUID(0, 1), Set.of("customer"), Level.L3, passkeys, everHad, true);
        return new Opening(new ProtectedAct(act, LOAN, "x", "repayment-service"), asker, policy(act, methods));
    }

    private static ActPolicy policy(String act, Set<ProofMethod> methods) {
        return policy(act, methods, Set.of("/api/v1/loans/{id}"));
    }

    private static ActPolicy policy(String act, Set<ProofMethod> methods, Set<String> resources) {
        return policy(act, methods, resources, false);
    }

    private static ActPolicy policy(
            String act, Set<ProofMethod> methods, Set<String> resources, boolean passkeyWhereEnrolled) {
        return new ActPolicy(
                act,
                1,
                Set.of("customer"),
                Level.L3,
                methods,
                "repayment-service",
                resources,
                true,
                Duration.ofMinutes(5),
                Duration.ofSeconds(120),
                WORDS,
                50_000_000,
                false,
                Optional.empty(),
                passkeyWhereEnrolled);
    }

    private static ProofMethod method(Opening opening, RiskVerdict.Open verdict, Optional<ProofMethod> wanted) {
        return switch (opening.open(new UUID(0, 2), "nonce", verdict, wanted, Optional.empty(), NOW)) {
            case Result.Ok<Opening.Opened, VerificationRefusal>(var opened) ->
                opened.pending().method();
            case Result.Refused<Opening.Opened, VerificationRefusal>(var refusal) ->
                throw new AssertionError(refusal.code());
        };
    }

    private static String refusal(Opening opening, RiskVerdict.Open verdict, Optional<ProofMethod> wanted) {
        return code(opening.open(new UUID(0, 2), "nonce", verdict, wanted, Optional.empty(), NOW));
    }

    private static String code(Result<?, VerificationRefusal> result) {
        return result instanceof Result.Refused<?, VerificationRefusal>(var refusal) ? refusal.code() : "";
    }
}
