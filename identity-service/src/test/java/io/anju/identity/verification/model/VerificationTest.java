package io.anju.identity.verification.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.anju.identity.model.ProofMethod;
import io.anju.kernel.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The life of a verification, and what its challenge stands for. */
class VerificationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final ProtectedAct ACT = new ProtectedAct(
            "contract.sign", "/api/v1/contracts/1", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU", "contract-service");

    private static final UUID TOKEN = new UUID(0, 3);

    private final Verification.Pending pending = new Verification.Pending(
            new Verification.Opened(new UUID(0, 1), new UUID(0, 2), ACT, 1, "nonce", NOW),
            ProofMethod.PASSKEY,
            0,
            NOW.plus(Duration.ofMinutes(5)),
            Duration.ofSeconds(120),
            Optional.empty());

    @Test
    void acceptsAProofByTheMethodItWasOpenedWith() {
        assertEquals(Result.ok(pending), pending.accepting(ProofMethod.PASSKEY, NOW));
        assertEquals("METHOD_NOT_OFFERED", code(pending.accepting(ProofMethod.SMS, NOW)));
    }

    @Test
    void refusesEveryProofOnceItsTimeIsOver() {
        assertEquals("VERIFICATION_EXPIRED", code(pending.accepting(ProofMethod.PASSKEY, pending.expiresAt())));
    }

    @Test
    void givesOneTokenThatEndsWithinTwoMinutes() {
        var proven = pending.proven(new UUID(0, 3), Optional.empty(), NOW);

        assertEquals(NOW.plusSeconds(120), proven.tokenExpiresAt());
        assertEquals("VERIFICATION_PROVEN_ALREADY", code(proven.accepting(ProofMethod.PASSKEY, NOW)));
    }

    @Test
    void isOverAtTheFifthWrongProof() {
        Verification verification = pending;
        for (int i = 0; i < Verification.TRIES; i++) {
            verification =
                    assertInstanceOf(Verification.Pending.class, verification).failed();
        }

        assertInstanceOf(Verification.Exhausted.class, verification);
        assertEquals("TRIES_USED_UP", code(verification.accepting(ProofMethod.PASSKEY, NOW)));
    }

    @Test
    void aDelayedOneGivesItsTokenInItsTimeAlone() {
        var delayed = pending.delayed(new Delay(Duration.ofHours(24), Duration.ofHours(48)), Optional.empty(), NOW);
        var ready = NOW.plus(Duration.ofHours(24));
        var end = NOW.plus(Duration.ofHours(72));

        assertEquals("VERIFICATION_NOT_READY", code(delayed.collect(TOKEN, ready.minusMillis(1))));
        assertEquals("VERIFICATION_EXPIRED", code(delayed.collect(TOKEN, end)));
        assertEquals(ready.plusSeconds(120), collected(delayed, ready).tokenExpiresAt());
        assertEquals(ready, collected(delayed, ready).tokenIssuedAt());
        assertEquals("VERIFICATION_PROVEN_ALREADY", code(delayed.accepting(ProofMethod.PASSKEY, NOW)));
    }

    @Test
    void aFetchedTokenIsGivenAgainWhileItLivesAndNeverAnotherOne() {
        var delayed = pending.delayed(new Delay(Duration.ofHours(24), Duration.ofHours(48)), Optional.empty(), NOW);
        var ready = NOW.plus(Duration.ofHours(24));
        var proven = collected(delayed, ready);

        assertEquals(Result.ok(proven), proven.collect(new UUID(0, 9), ready.plusSeconds(119)));
        assertEquals("VERIFICATION_PROVEN_ALREADY", code(proven.collect(new UUID(0, 9), ready.plusSeconds(120))));
        assertEquals("VERIFICATION_PROVEN_ALREADY", code(proven.cancel(ready)));
    }

    @Test
    void aCancelledOneStaysCancelled() {
        var delayed = pending.delayed(new Delay(Duration.ofHours(24), Duration.ofHours(48)), Optional.empty(), NOW);
        var cancelled = new Verification.Cancelled(delayed.opened(), NOW);

        assertEquals(Result.ok(cancelled), delayed.cancel(NOW));
        assertEquals(Result.ok(cancelled), cancelled.cancel(NOW.plusSeconds(1)));
        assertEquals("VERIFICATION_CANCELLED", code(cancelled.collect(TOKEN, NOW.plus(Duration.ofHours(25)))));
        assertEquals("VERIFICATION_NOT_DELAYED", code(pending.cancel(NOW)));
    }

    private static Verification.Proven collected(Verification.Delayed delayed, Instant at) {
        return delayed.collect(TOKEN, at) instanceof Result.Ok<Verification.Proven, VerificationRefusal>(var proven)
                ? proven
                : fail("not fetched");
    }

    // Reckoned with: printf 'anju-act-challenge-v1\nnonce\n…\n' | openssl dgst -sha256 -binary | basenc --base64url
    @Test
    void derivesTheChallengeFromTheAct() {
        assertEquals("apV0jRTRrtXq18dXU4uRTCeZnxcSJsptqNddZWs3WIk", ActChallenge.of("nonce", ACT));
    }

    @Test
    void anyOtherActHasAnotherChallenge() {
        Set<String> challenges = Stream.of(
                        ACT,
                        new ProtectedAct("card.bind", ACT.resource(), ACT.bodySha256(), ACT.audience()),
                        new ProtectedAct(ACT.type(), "/api/v1/contracts/2", ACT.bodySha256(), ACT.audience()),
                        new ProtectedAct(ACT.type(), ACT.resource(), "other", ACT.audience()),
                        new ProtectedAct(ACT.type(), ACT.resource(), ACT.bodySha256(), "loan-service"))
                .map(act -> ActChallenge.of("nonce", act))
                .collect(Collectors.toSet());

        assertEquals(5, challenges.size());
        assertNotEquals(ActChallenge.of("nonce", ACT), ActChallenge.of("other", ACT));
    }

    private static String code(Result<?, VerificationRefusal> result) {
        return result instanceof Result.Refused<?, VerificationRefusal>(var refusal) ? refusal.code() : "";
    }
}
