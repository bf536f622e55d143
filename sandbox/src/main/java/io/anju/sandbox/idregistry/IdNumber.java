package io.anju.sandbox.idregistry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** A resident identity number after GB 11643-1999: six digits of region, eight of birth date, three of order, one check character. */
public record IdNumber(String written) {
    /** Seventeen digits and a digit or X. */
    public static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{16}[0-9Xx]");

    private static final int ADULT_YEARS = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** Is the check character right (ISO 7064 MOD 11-2)? */
    public boolean checks() {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (written.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11) == Character.toUpperCase(written.charAt(17));
    }

    /** Does it name a real birthday, eighteen years back or more? */
    public boolean adultOn(LocalDate today) {
        return birthday().filter(b -> !b.plusYears(ADULT_YEARS).isAfter(today)).isPresent();
    }

    private Optional<LocalDate> birthday() {
        try {
            return Optional.of(LocalDate.parse(written.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
