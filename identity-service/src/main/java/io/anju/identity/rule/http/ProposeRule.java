package io.anju.identity.rule.http;

import io.anju.identity.model.Wording;
import io.anju.identity.risk.Conditions;
import io.anju.identity.risk.model.Condition;
import io.anju.identity.risk.model.ConditionRefusal;
import io.anju.identity.risk.model.RiskOutcome;
import io.anju.identity.risk.model.RiskRule;
import io.anju.kernel.result.Result;
import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A version of a rule that is proposed: a new rule, or another version of one that exists. A rule is ended by proposing
 * the condition {@code false}.
 *
 * @param condition a truth value over the words of {@code GET /staff/rules/variables}, in the Common Expression Language
 * @param outcome the strictest of the rules that fire decides
 * @param reason told to the customer
 * @param remedy how they can clear it
 * @param documents they need for that
 */
@RegisterForReflection
public record ProposeRule(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{2,59}") String name,
        @NotBlank @Size(max = Conditions.LONGEST) String condition,
        @NotNull RiskOutcome outcome,
        @NotNull @Valid Words reason,
        @NotNull @Valid Words remedy,
        @NotNull @Size(max = 10) List<@NotNull @Valid Words> documents) {

    /** A text in both languages. */
    @RegisterForReflection
    public record Words(
            @NotBlank @Size(max = 300) String en,
            @NotBlank @Size(max = 300) String zh) {

        Wording wording() {
            return new Wording(en, zh);
        }
    }

    /** The rule, once its condition has been read; where it cannot be, the field says at which line and column. */
    RiskRule rule(Conditions conditions) {
        if (conditions.read(condition) instanceof Result.Refused<Condition, ConditionRefusal>(var refusal)) {
            throw new ProblemException(Problem.invalid(
                    refusal.faults().stream().map(ProposeRule::error).toList()));
        }
        return new RiskRule(
                name,
                1,
                false,
                condition,
                outcome,
                reason.wording(),
                remedy.wording(),
                documents.stream().map(Words::wording).toList());
    }

    private static FieldError error(ConditionRefusal.Fault fault) {
        return new FieldError(
                "condition",
                "NOT_A_CONDITION",
                "line %d, column %d: %s".formatted(fault.line(), fault.column(), fault.message()));
    }
}
