package io.anju.identity.risk.cel;

import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelVariableResolver;
import io.anju.identity.risk.Conditions;
import io.anju.identity.risk.model.Condition;
import io.anju.identity.risk.model.Condition.Answer;
import io.anju.identity.risk.model.ConditionRefusal;
import io.anju.identity.risk.model.ConditionRefusal.Fault;
import io.anju.identity.risk.model.Facts;
import io.anju.identity.risk.model.Variable;
import io.anju.kernel.result.Result;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Conditions in the Common Expression Language: no side effects, types checked before a rule can be tried. Without macros
 * there are no loops, so the cost of asking one is bounded by its length, and that is limited.
 */
@ApplicationScoped
class CelConditions implements Conditions {

    private static final int DEEPEST = 50;
    private static final int REGEX_INSTRUCTIONS = 100;

    private static final CelOptions LIMITS = CelOptions.current()
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .maxParseErrorRecoveryLimit(1)
            .maxRegexProgramSize(REGEX_INSTRUCTIONS)
            .build();

    private final CelCompiler compiler = compiler();

    private final CelRuntime runtime =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(LIMITS).build();

    private static CelCompiler compiler() {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(LIMITS)
                .setStandardMacros()
                .setResultType(SimpleType.BOOL);
        Variable.words().forEach(word -> builder.addVar(word.word(), type(word.kind())));
        return builder.build();
    }

    private static CelType type(Variable.Kind kind) {
        return switch (kind) {
            case TEXT -> SimpleType.STRING;
            case NUMBER -> SimpleType.INT;
            case FLAG -> SimpleType.BOOL;
        };
    }

    @Override
    public Result<Condition, ConditionRefusal> read(String text) {
        try {
            CelRuntime.Program program =
                    runtime.createProgram(compiler.compile(text).getAst());
            return Result.ok(facts -> ask(program, facts));
        } catch (CelValidationException e) {
            return Result.refused(new ConditionRefusal(
                    e.getErrors().stream().map(CelConditions::fault).toList()));
        } catch (CelEvaluationException e) {
            return Result.refused(new ConditionRefusal(List.of(new Fault(1, 1, String.valueOf(e.getMessage())))));
        }
    }

    /** CEL counts lines from 1 and columns from 0; a fault of the whole text is at its beginning. */
    private static Fault fault(CelIssue issue) {
        var place = issue.getSourceLocation();
        return new Fault(Math.max(1, place.getLine()), Math.max(0, place.getColumn()) + 1, issue.getMessage());
    }

    /** Looked up one by one: a condition reads a few of them, and a decision asks a dozen conditions. */
    private static CelVariableResolver words(Facts facts) {
        return facts::find;
    }

    private static Answer ask(CelRuntime.Program program, Facts facts) {
        try {
            return Boolean.TRUE.equals(program.eval(words(facts))) ? Answer.YES : Answer.NO;
        } catch (CelEvaluationException e) {
            return Answer.BROKEN;
        }
    }
}
