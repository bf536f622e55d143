package io.anju.identity.risk.cel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.risk.Conditions;
import io.anju.identity.risk.model.Amount;
import io.anju.identity.risk.model.Condition;
import io.anju.identity.risk.model.Condition.Answer;
import io.anju.identity.risk.model.ConditionRefusal;
import io.anju.identity.risk.model.ConditionRefusal.Fault;
import io.anju.identity.risk.model.Facts;
import io.anju.identity.risk.model.SomeSignals;
import io.anju.identity.risk.model.Variable;
import io.anju.kernel.result.Result;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions as they are read and asked. */
class RiskRulesTest {

    private static final String OFF_HOURS_LARGE = "movesMoney && offHours && amount >= largeAmount";

    private final CelConditions conditions = new CelConditions();

    @ParameterizedTest
    @CsvSource({
        "50000000, 22, YES",
        "50000000, 5, YES",
        "50000000, 6, NO",
        "50000000, 21, NO",
        "49999999, 23, NO",
        "50000000, 0, YES",
    })
    void holdsLargeMovementsOutsideWorkingHours(long amount, int hour, Answer answer) {
        var signals = SomeSignals.moving(new Amount.Proven(amount, 0), hour);

        assertEquals(answer, good(OFF_HOURS_LARGE).ask(Facts.of(signals)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void anAmountThatIsOnlyStatedIsNotProven(boolean stated) {
        Amount amount = stated ? new Amount.Stated(100, 0) : new Amount.Proven(100, 0);

        assertEquals(
                stated ? Answer.NO : Answer.YES, good("amountProven").ask(Facts.of(SomeSignals.moving(amount, 12))));
    }

    @Test
    void everyVariableCanBeAsked() {
        for (Variable variable : Variable.values()) {
            String condition = switch (variable.kind()) {
                case FLAG -> variable.word() + " || true";
                case NUMBER -> variable.word() + " >= -1";
                case TEXT -> variable.word() + " != \"\"";
            };
            assertEquals(Answer.YES, good(condition).ask(Facts.of(SomeSignals.quiet())), condition);
        }
        assertEquals(Answer.YES, good("score == 0").ask(Facts.of(SomeSignals.quiet())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                amount                       | 1 | 1
                amount >                     | 1 | 9
                income > 5                   | 1 | 1
                newDevice && income > 5      | 1 | 14
                act > 5                      | 1 | 5
                size(act)                    | 1 | 5
                [1, 2].all(i, i > 0)         | 1 | 11
                """)
    void saysWhereTheTextIsNoCondition(String condition, int line, int column) {
        Fault fault = bad(condition).getFirst();

        assertEquals(List.of(line, column), List.of(fault.line(), fault.column()), fault.message());
    }

    @Test
    void saysWhereInTheSecondLine() {
        Fault fault = bad("newDevice &&\n  wealth > 3").getFirst();

        assertEquals(List.of(2, 3), List.of(fault.line(), fault.column()));
        assertTrue(fault.message().contains("wealth"), fault.message());
    }

    @Test
    void refusesWhatIsTooLongOrTooDeep() {
        String longest = "hour > 1" + " || hour > 1".repeat(Conditions.LONGEST / 12);

        assertTrue(bad(longest + " || hour > 1").getFirst().message().contains("exceeds"));
        assertTrue(!bad("(".repeat(200) + "true" + ")".repeat(200)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount / (hour - 12) > 1", "amount * 9223372036854775807 > 1 && hour > 0"})
    void whatCannotBeEvaluatedIsBroken(String condition) {
        var facts = Facts.of(SomeSignals.moving(new Amount.Proven(100, 0), 12));

        assertEquals(Answer.BROKEN, good(condition).ask(facts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unlinked", "walletUnlinked", "withdrawn", "withdrawals > 0", "complained", "consent"})
    void aCustomersOwnLeavingIsNoWord(String condition) {
        assertTrue(bad(condition).getFirst().message().contains("undeclared reference"));
    }

    private Condition good(String condition) {
        return switch (conditions.read(condition)) {
            case Result.Ok<Condition, ConditionRefusal>(var read) -> read;
            case Result.Refused<Condition, ConditionRefusal>(var refusal) ->
                throw new AssertionError(refusal.faults().toString());
        };
    }

    private List<Fault> bad(String condition) {
        return switch (conditions.read(condition)) {
            case Result.Ok<Condition, ConditionRefusal> ignored ->
                throw new AssertionError("a condition: " + condition);
            case Result.Refused<Condition, ConditionRefusal>(var refusal) -> refusal.faults();
        };
    }
}
