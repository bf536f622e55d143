package io.anju.identity.authority.http;

import io.anju.identity.authority.model.AuthorityRefusal;
import io.anju.kernel.result.Result;
import io.anju.kit.command.Reply;
import io.anju.kit.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The refusals of this capability on the wire. */
final class AuthorityProblems {

    private AuthorityProblems() {}

    static <T> Reply reply(Result<T, AuthorityRefusal> result, Function<T, Reply> agreed, String language) {
        return switch (result) {
            case Result.Ok<T, AuthorityRefusal>(var value) -> agreed.apply(value);
            case Result.Refused<T, AuthorityRefusal>(var refusal) -> Reply.problem(problem(refusal, language));
        };
    }

    private static Problem problem(AuthorityRefusal refusal, String language) {
        return refusal instanceof AuthorityRefusal.RolesNotSeparate(var pair)
                ? Problem.of(
                        status(refusal),
                        refusal.code(),
                        Map.of(
                                "roles",
                                List.of(pair.one(), pair.other()),
                                "reason",
                                language.startsWith("zh") ? pair.reasonZh() : pair.reasonEn()))
                : Problem.of(status(refusal), refusal);
    }

    private static int status(AuthorityRefusal refusal) {
        return switch (refusal) {
            case AuthorityRefusal.NotFound ignored -> 404;
            case AuthorityRefusal.RolesUnknown ignored -> 422;
            case AuthorityRefusal.RolesNotSeparate ignored -> 422;
            case AuthorityRefusal.OwnChange ignored -> 403;
            case AuthorityRefusal.SameHands ignored -> 403;
            case AuthorityRefusal.NotForThisRole ignored -> 403;
            case AuthorityRefusal.DecidedAlready ignored -> 409;
            case AuthorityRefusal.Expired ignored -> 410;
            case AuthorityRefusal.NameTaken ignored -> 409;
            case AuthorityRefusal.NothingToChange ignored -> 409;
            case AuthorityRefusal.TrainingDateNotGood ignored -> 422;
            case AuthorityRefusal.KeyNotGood ignored -> 422;
        };
    }
}
