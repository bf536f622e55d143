package io.anju.identity.risk.cel;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.anju.identity.risk.Conditions;
import io.anju.identity.risk.model.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Conditions in the Common Expression Language: no loops, no side effects, types checked before a rule can go live. Read
 * conditions are kept; there are as many as there are versions of rules.
 */
@ApplicationScoped
class CelConditions implements Conditions {

    private final CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
            .addVar("act", SimpleType.STRING)
            .addVar("movesMoney", SimpleType.BOOL)
            .addVar("amount", SimpleType.INT)
            .addVar("hour", SimpleType.INT)
            .addVar("failures24h", SimpleType.INT)
            .addVar("acts1h", SimpleType.INT)
            .addVar("newDevice", SimpleType.BOOL)
            .setResultType(SimpleType.BOOL)
            .build();

    private final CelRuntime runtime =
            CelRuntimeFactory.standardCelRuntimeBuilder().build();

    private final Map<String, Predicate<Signals>> known = new ConcurrentHashMap<>();

    @Override
    public Predicate<Signals> read(String condition) {
        return known.computeIfAbsent(condition, this::compile);
    }

    private Predicate<Signals> compile(String condition) {
        try {
            CelRuntime.Program program =
                    runtime.createProgram(compiler.compile(condition).getAst());
            return signals -> evaluate(program, signals);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException("not a condition over the signals: " + condition, e);
        }
    }

    private static boolean evaluate(CelRuntime.Program program, Signals signals) {
        try {
            return (Boolean) program.eval(signals.asMap());
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a condition that was checked cannot be evaluated", e);
        }
    }
}
