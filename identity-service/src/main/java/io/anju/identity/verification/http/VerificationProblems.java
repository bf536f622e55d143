package io.anju.identity.verification.http;

import io.anju.identity.http.Outcome;
import io.anju.identity.http.StopBody;
import io.anju.identity.verification.model.VerificationRefusal;
import io.anju.identity.verification.model.VerificationRefusal.RiskDenied;
import io.anju.identity.verification.model.VerificationRefusal.RiskHeld;
import io.anju.kit.problem.Problem;

/** The refusals of this capability on the wire. */
final class VerificationProblems {

    private VerificationProblems() {}

    static int status(VerificationRefusal refusal) {
        return switch (refusal) {
            case VerificationRefusal.ActUnknown ignored -> 422;
            case VerificationRefusal.RoleMissing ignored -> 403;
            case VerificationRefusal.LevelTooLow ignored -> 403;
            case VerificationRefusal.TargetDoesNotFit ignored -> 422;
            case VerificationRefusal.NoMethodLeft ignored -> 403;
            case RiskHeld ignored -> 403;
            case RiskDenied ignored -> 403;
            case VerificationRefusal.ReleaseUsed ignored -> 409;
            case VerificationRefusal.MethodNotOffered ignored -> 422;
            case VerificationRefusal.Expired ignored -> 410;
            case VerificationRefusal.AlreadyProven ignored -> 409;
            case VerificationRefusal.NotReady ignored -> 409;
            case VerificationRefusal.NotDelayed ignored -> 409;
            case VerificationRefusal.TakenBack ignored -> 410;
            case VerificationRefusal.TriesUsedUp ignored -> 410;
            case VerificationRefusal.NotFound ignored -> 404;
            case VerificationRefusal.ProofRefused(var cause) -> Outcome.status(cause);
        };
    }

    /** The problem; what the risk rules say is put in the caller's language here, since it is data and not a text of ours. */
    static Problem of(VerificationRefusal refusal, String language) {
        return switch (refusal) {
            case RiskHeld(var id, var stop) -> StopBody.of(id, stop, language).problem(status(refusal), refusal.code());
            case RiskDenied(var id, var stop) ->
                StopBody.of(id, stop, language).problem(status(refusal), refusal.code());
            default -> Problem.of(status(refusal), refusal);
        };
    }
}
