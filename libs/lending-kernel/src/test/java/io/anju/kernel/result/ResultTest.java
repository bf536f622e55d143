package io.anju.kernel.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultTest {

    record TooSmall(long minimum) implements Refusal {
        @Override
        public String code() {
            return "TOO_SMALL";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("minimum", minimum);
        }
    }

    private static Result<Long, TooSmall> atLeastTen(long amount) {
        return amount < 10 ? Result.refused(new TooSmall(10)) : Result.ok(amount);
    }

    @Test
    void aValueIsTurnedAndAskedOn() {
        assertEquals(Result.ok(24L), atLeastTen(12).map(a -> a * 2));
        assertEquals(Result.ok(12L), atLeastTen(12).flatMap(ResultTest::atLeastTen));
    }

    @Test
    void aRefusalStaysWhatItIsAndTheNextRuleIsNotAsked() {
        Result<Long, TooSmall> refused = Result.refused(new TooSmall(10));
        assertEquals(refused, atLeastTen(9).map(a -> a * 2));
        assertEquals(refused, atLeastTen(9).flatMap(a -> {
            throw new AssertionError("asked after a refusal");
        }));
    }
}
