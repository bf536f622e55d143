package io.anju.identity.realname.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.anju.kernel.result.Result;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GB 11643-1999 in cases. The numbers are the standard's own example and made-up ones. */
class IdNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String PRINTED = "11010519491231002X";

    @Test
    void readsTheStandardsExample() {
        IdNumber number = read(PRINTED);

        assertEquals(LocalDate.of(1949, 12, 31), number.birthDate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002x", " 11010519491231002X "})
    void acceptsALowerCaseXAndSpacesAround(String typed) {
        assertEquals(PRINTED, read(typed).text());
    }

    @ParameterizedTest
    @CsvSource({
        "1101051949123100, ID_NUMBER_MALFORMED, fifteen-digit style and other lengths",
        "'', ID_NUMBER_MALFORMED, nothing",
        "01010519491231002X, ID_NUMBER_MALFORMED, no region begins with 0",
        "99010519491231002X, ID_NUMBER_MALFORMED, no region begins with 99",
        "1101051949123100２X, ID_NUMBER_MALFORMED, a full-width digit",
        "110105194912310021, ID_NUMBER_CHECK_WRONG, wrong check character",
        "11010519491231003X, ID_NUMBER_CHECK_WRONG, one digit mistyped",
        "11010519491213002X, ID_NUMBER_CHECK_WRONG, two digits swapped",
        "110105194902300020, ID_NUMBER_BIRTH_DATE_IMPOSSIBLE, 30 February",
        "110105202612010022, ID_NUMBER_BIRTH_DATE_IMPOSSIBLE, born after today",
    })
    void refuses(String typed, String code, String why) {
        assertEquals(code, refusal(typed == null ? "" : typed, TODAY), why);
    }

    @Test
    void everyOtherCheckCharacterIsWrong() {
        for (char check : "0123456789".toCharArray()) {
            assertEquals("ID_NUMBER_CHECK_WRONG", refusal("11010519491231002" + check, TODAY));
        }
    }

    @Test
    void isAdultFromTheEighteenthBirthdayOn() {
        IdNumber number = read(PRINTED);

        assertInstanceOf(Result.Ok.class, number.adultOn(LocalDate.of(1967, 12, 31)));
        assertInstanceOf(Result.Refused.class, number.adultOn(LocalDate.of(1967, 12, 30)));
    }

    @Test
    void neverShowsItselfInALog() {
        assertEquals("IdNumber", read(PRINTED).toString());
    }

    private static IdNumber read(String typed) {
        return switch (IdNumber.parse(typed, TODAY)) {
            case Result.Ok<IdNumber, RealNameRefusal>(var number) -> number;
            case Result.Refused<IdNumber, RealNameRefusal>(var refusal) -> throw new AssertionError(refusal.code());
        };
    }

    private static String refusal(String typed, LocalDate today) {
        return switch (IdNumber.parse(typed, today)) {
            case Result.Ok<IdNumber, RealNameRefusal> ignored -> "accepted";
            case Result.Refused<IdNumber, RealNameRefusal>(var refusal) -> refusal.code();
        };
    }
}
