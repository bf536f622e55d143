package io.anju.identity.signin.http;

import io.anju.identity.hold.model.HoldRefusal;
import io.anju.identity.http.Outcome;
import io.anju.identity.http.StopBody;
import io.anju.identity.signin.model.SignInRefusal;
import io.anju.kit.problem.Problem;

/** The refusals of this capability on the wire. */
public final class SignInProblems {

    private SignInProblems() {}

    /** The problem; what the risk rules say is in the caller's language. */
    public static Problem of(SignInRefusal refusal, String language) {
        return switch (refusal) {
            case SignInRefusal.RiskHeld(var held, var stop) ->
                StopBody.of(held, stop, language).problem(status(refusal), refusal.code());
            case SignInRefusal.RiskDenied(var decision, var stop) ->
                StopBody.of(decision, stop, language).problem(status(refusal), refusal.code());
            default -> Problem.of(status(refusal), refusal);
        };
    }

    private static int status(SignInRefusal refusal) {
        return switch (refusal) {
            case SignInRefusal.NotFound ignored -> 404;
            case SignInRefusal.Expired ignored -> 410;
            case SignInRefusal.Over ignored -> 409;
            case SignInRefusal.OtherMethod ignored -> 409;
            case SignInRefusal.NotRegistered ignored -> 409;
            case SignInRefusal.PasskeyNeeded ignored -> 403;
            case SignInRefusal.RiskHeld ignored -> 403;
            case SignInRefusal.RiskDenied ignored -> 403;
            case SignInRefusal.Suspended ignored -> 403;
            case SignInRefusal.KeyMissing ignored -> 400;
            case SignInRefusal.AppealRefused(HoldRefusal.NotFound ignored) -> 404;
            case SignInRefusal.AppealRefused ignored -> 409;
            case SignInRefusal.ProofRefused(var cause) -> Outcome.status(cause);
        };
    }
}
