package io.anju.loan.application.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.schedule.Method;
import io.anju.loan.product.model.TrancheKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    @ParameterizedTest
    @CsvSource({
        "INTEREST_ONLY_THEN_EQUAL_INSTALMENT, 360, 0,   tranches[0].interestOnlyMonths, INTEREST_ONLY_MONTHS_MISSING",
        "INTEREST_ONLY_THEN_EQUAL_INSTALMENT, 24,  24,  tranches[0].interestOnlyMonths, INTEREST_ONLY_LEAVES_NO_TERM",
        "INTEREST_ONLY_THEN_EQUAL_INSTALMENT, 360, 37,  tranches[0].interestOnlyMonths, INTEREST_ONLY_TOO_LONG",
        "EQUAL_INSTALMENT,                    360, 12,  tranches[0].interestOnlyMonths, INTEREST_ONLY_NOT_OF_METHOD",
        "BULLET,                              24,  12,  tranches[0].interestOnlyMonths, INTEREST_ONLY_NOT_OF_METHOD",
        "BULLET,                              360, 0,   tranches[0].months,             BULLET_TERM_TOO_LONG",
        "INTEREST_ONLY_THEN_EQUAL_PRINCIPAL,  360, 12,  tranches[0].method,             METHOD_NOT_OFFERED",
    })
    void refusesMethodsTermsAndMonthsOfInterestAloneThatDoNotGoTogether(
            Method method, int months, int interestOnly, String field, String code) {
        var limits = new Limits(
                12,
                360,
                Set.of(Method.EQUAL_INSTALMENT, Method.INTEREST_ONLY_THEN_EQUAL_INSTALMENT, Method.BULLET),
                36,
                36,
                List.of(TrancheKind.COMMERCIAL),
                Map.of());
        var wish = new TrancheWish(TrancheKind.COMMERCIAL, 100_000_000, months, method, interestOnly);

        assertEquals(List.of(new Gap(field, code)), limits.gapsOf(wish, "tranches[0]"));
    }
}
