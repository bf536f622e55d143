package io.anju.loan.application.http;

import io.anju.kernel.result.Result;
import io.anju.kit.command.Reply;
import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.Problem;
import io.anju.loan.application.model.ApplicationRefusal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Refusals about an application as answers, the same for every door that leads to one. */
public final class ApplicationReplies {

    private ApplicationReplies() {}

    /** What was agreed to, or the problem that says why not. */
    public static <T> Reply of(Result<T, ApplicationRefusal> result, Function<? super T, Reply> agreed) {
        return switch (result) {
            case Result.Ok<T, ApplicationRefusal>(T value) -> agreed.apply(value);
            case Result.Refused<T, ApplicationRefusal>(ApplicationRefusal refusal) -> Reply.problem(problem(refusal));
        };
    }

    /** A refusal with its status. */
    public static Problem problem(ApplicationRefusal refusal) {
        return switch (refusal) {
            case ApplicationRefusal.NotFound missing -> Problem.notFound();
            case ApplicationRefusal.Incomplete(var gaps) -> {
                List<FieldError> fields = gaps.stream()
                        .map(gap -> FieldError.of(gap.field(), gap.code()))
                        .toList();
                yield new Problem(422, refusal.code(), Map.of(), fields, Map.of());
            }
            case ApplicationRefusal.SamePerson same -> Problem.of(403, refusal);
            case ApplicationRefusal.Recused part -> Problem.of(403, refusal);
            case ApplicationRefusal.NotPossible act -> Problem.of(409, refusal);
            case ApplicationRefusal.TooManyDrafts drafts -> Problem.of(409, refusal);
            case ApplicationRefusal.ConsentMissing consent -> Problem.of(409, refusal);
            case ApplicationRefusal.ClaimedByAnother claim -> Problem.of(409, refusal);
            case ApplicationRefusal.NotRecommended advice -> Problem.of(409, refusal);
            case ApplicationRefusal.AdvisedAgainst advice -> Problem.of(409, refusal);
            case ApplicationRefusal.RulesNotMet rules -> Problem.of(409, refusal);
            case ApplicationRefusal.MortgageNotRegistered mortgage -> Problem.of(409, refusal);
            case ApplicationRefusal.CostSheetNotConfirmed sheet -> Problem.of(409, refusal);
            case ApplicationRefusal.CostSheetChanged sheet -> Problem.of(409, refusal);
            case ApplicationRefusal.ApprovalLapsed approval -> Problem.of(409, refusal);
            case ApplicationRefusal.ContractTakenBack contract -> Problem.of(409, refusal);
        };
    }
}
