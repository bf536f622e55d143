package io.anju.identity.authority.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which two people open an installation. */
class FirstAdministratorTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final String ONE = "a".repeat(64);
    private static final String TWO = "b".repeat(64);
    private static final LocalDate NEXT_YEAR = TODAY.plusYears(1);

    private static final FirstAdministrator ADMIN = new FirstAdministrator("Wang", "admin", ONE, NEXT_YEAR);

    @ParameterizedTest
    @CsvSource({"admin, ''", "compliance, ''", "auditor, a role must be admin or compliance"})
    void anAdministratorAndOneWhoApproves(String role, String refusal) {
        var other = new FirstAdministrator("Chen", role, TWO, NEXT_YEAR);

        assertEquals(refusal, refusal(List.of(ADMIN, other)));
    }

    @Test
    void neverOneAloneNorThreeNorNoAdministrator() {
        var compliance = new FirstAdministrator("Chen", "compliance", TWO, NEXT_YEAR);
        var another = new FirstAdministrator("Lu", "compliance", ONE, NEXT_YEAR);

        assertEquals("there must be two of them", refusal(List.of(ADMIN)));
        assertEquals("there must be two of them", refusal(List.of(ADMIN, compliance, another)));
        assertEquals("one of them must be an admin", refusal(List.of(compliance, another)));
    }

    @Test
    void twoPeopleWithACodeEach() {
        assertEquals(
                "each must have a name and a code of their own",
                refusal(List.of(ADMIN, new FirstAdministrator("Chen", "compliance", ONE, NEXT_YEAR))));
        assertEquals(
                "each must have a name and a code of their own",
                refusal(List.of(ADMIN, new FirstAdministrator("Wang", "compliance", TWO, NEXT_YEAR))));
    }

    @ParameterizedTest
    @CsvSource({
        "' ', admin, b, 2027-11-29",
        "Chen, compliance, B, 2027-11-29",
        "Chen, compliance, pa55word, 2027-11-29",
        "Chen, compliance, b, 2026-11-28",
        "Chen, compliance, b, 2028-11-30",
    })
    void refusesWithoutRepeatingWhatItRefuses(String name, String role, String digest, LocalDate trainedUntil) {
        String text = digest.length() == 1 ? digest.repeat(64) : digest;
        String refusal = refusal(List.of(ADMIN, new FirstAdministrator(name, role, text, trainedUntil)));

        assertFalse(refusal.isEmpty());
        assertFalse(refusal.contains(text));
        assertFalse(refusal.contains("Chen"));
    }

    private static String refusal(List<FirstAdministrator> all) {
        return FirstAdministrator.refuses(all, TODAY).orElse("");
    }
}
