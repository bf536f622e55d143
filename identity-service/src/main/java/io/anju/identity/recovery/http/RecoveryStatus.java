package io.anju.identity.recovery.http;

import io.anju.identity.http.Outcome;
import io.anju.identity.recovery.model.RecoveryRefusal;

/** Which refusal has which status. */
final class RecoveryStatus {

    private RecoveryStatus() {}

    static int of(RecoveryRefusal refusal) {
        return switch (refusal) {
            case RecoveryRefusal.NotFound ignored -> 404;
            case RecoveryRefusal.IdNumberNotGood ignored -> 422;
            case RecoveryRefusal.NotIdentified ignored -> 422;
            case RecoveryRefusal.SameHands ignored -> 403;
            case RecoveryRefusal.DecidedAlready ignored -> 409;
            case RecoveryRefusal.Expired ignored -> 410;
            case RecoveryRefusal.CodeNotGood ignored -> 422;
            case RecoveryRefusal.PasskeyRefused ignored -> 422;
            case RecoveryRefusal.TriedTooOften(var cause) -> Outcome.status(cause);
        };
    }
}
