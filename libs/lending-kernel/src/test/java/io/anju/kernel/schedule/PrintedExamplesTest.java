package io.anju.kernel.schedule;

import static io.anju.kernel.schedule.Loans.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.kernel.money.Fen;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every figure of mortgage-examples.json; README.md beside it says how totals are compared. */
class PrintedExamplesTest {

    private static final MathContext MC = new MathContext(60);

    @TestFactory
    Stream<DynamicTest> everyPrintedFigure() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (InputStream in = getClass().getResourceAsStream("/mortgage-examples.json")) {
            for (JsonNode example : new ObjectMapper().readTree(in).get("examples")) {
                String name = "%s yuan, %s %%, %s months, %s"
                        .formatted(
                                example.get("principal_yuan").asText(),
                                example.get("annual_rate_percent").asText(),
                                example.get("months").asText(),
                                example.get("method").asText());
                tests.add(DynamicTest.dynamicTest(name, () -> check(new Example(example))));
            }
        }
        assertEquals(23, tests.size());
        return tests.stream();
    }

    private static void check(Example example) {
        for (Map.Entry<String, JsonNode> figure : example.node.get("figures").properties()) {
            BigDecimal printed = figure.getValue().decimalValue();
            BigDecimal ours = example.figure(figure.getKey());
            assertEquals(printed, rescaled(ours, printed), figure.getKey());
        }
    }

    /** Some pages print whole yuan. */
    private static BigDecimal rescaled(BigDecimal value, BigDecimal printed) {
        return value.setScale(2, RoundingMode.HALF_UP).setScale(printed.scale(), RoundingMode.HALF_UP);
    }

    private record Example(JsonNode node) {

        private BigDecimal principal() {
            return new BigDecimal(node.get("principal_yuan").asText());
        }

        private BigDecimal annual() {
            return new BigDecimal(node.get("annual_rate_percent").asText()).movePointLeft(2);
        }

        private int months() {
            return node.get("months").asInt();
        }

        private boolean equalInstalment() {
            return node.get("method").asText().equals("EPI");
        }

        private RepaymentSchedule schedule() {
            return RepaymentSchedule.of(Loans.monthly(
                    principal().movePointRight(2).longValueExact(),
                    annual().toPlainString(),
                    months(),
                    equalInstalment() ? Method.EQUAL_INSTALMENT : Method.EQUAL_PRINCIPAL));
        }

        private BigDecimal figure(String name) {
            return switch (name) {
                case "monthly", "first" -> yuan(schedule().first().amount());
                case "first_interest" -> yuan(schedule().first().interest());
                case "first_principal" ->
                    unrounded()
                            ? exactInstalment().subtract(principal().multiply(monthlyRate()))
                            : yuan(schedule().first().principal());
                case "second_interest" -> yuan(ok(schedule().number(2)).interest());
                case "second_principal" -> yuan(ok(schedule().number(2)).principal());
                // Pages print last and decrement of equal principal without residue: P/n · (1 + r) and P/n · r.
                case "last" -> share().multiply(monthlyRate().add(BigDecimal.ONE));
                case "decrement" -> share().multiply(monthlyRate());
                case "total_interest" -> total().subtract(principal());
                case "total" -> total();
                default -> fail("a figure that no one compares: " + name);
            };
        }

        private BigDecimal total() {
            BigDecimal n = BigDecimal.valueOf(months());
            if (!equalInstalment()) {
                return principal()
                        .add(principal()
                                .multiply(monthlyRate())
                                .multiply(n.add(BigDecimal.ONE))
                                .divide(BigDecimal.TWO, MC));
            }
            return node.path("total_convention").asText().equals("rounded_x_n")
                    ? yuan(schedule().first().amount()).multiply(n)
                    : exactInstalment().multiply(n);
        }

        private boolean unrounded() {
            return node.path("total_convention").asText().equals("unrounded");
        }

        private BigDecimal exactInstalment() {
            return NaiveEngine.exactInstalment(principal(), annual(), months());
        }

        private BigDecimal share() {
            return principal().divide(BigDecimal.valueOf(months()), MC);
        }

        private BigDecimal monthlyRate() {
            return annual().divide(BigDecimal.valueOf(12), MC);
        }

        private static BigDecimal yuan(long fen) {
            return new BigDecimal(Fen.yuan(fen));
        }
    }

    @Test
    void theThreeWaysOfTotallingAMillionAtFourPointNine() {
        BigDecimal exact = NaiveEngine.exactInstalment(new BigDecimal("1000000"), new BigDecimal("0.049"), 360);
        BigDecimal n = BigDecimal.valueOf(360);
        BigDecimal million = new BigDecimal("1000000");
        assertEquals(
                new BigDecimal("910616.19"), exact.multiply(n).subtract(million).setScale(2, RoundingMode.HALF_UP));
        assertEquals(
                new BigDecimal("910617.20"),
                exact.setScale(2, RoundingMode.HALF_UP).multiply(n).subtract(million));
        RepaymentSchedule schedule =
                RepaymentSchedule.of(Loans.monthly(100_000_000, "0.049", 360, Method.EQUAL_INSTALMENT));
        assertEquals(91_061_512, schedule.totalInterest());
        assertTrue(schedule.last().amount() < schedule.first().amount());
    }
}
