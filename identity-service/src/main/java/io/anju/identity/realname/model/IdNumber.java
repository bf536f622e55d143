package io.anju.identity.realname.model;

import io.anju.kernel.result.Result;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A resident ID number after GB 11643-1999: six digits of region, eight of birth date, three of sequence (odd for a man),
 * one check character by ISO 7064 MOD 11-2. Personal data of class C2; {@link #toString()} shows none of it.
 *
 * <p>Worked example: {@code 11010519491231002X}. The first seventeen digits times their weights 7, 9, 10, 5, 8, 4, 2, 1, 6, 3,
 * 7, 9, 10, 5, 8, 4, 2 add up to 167; 167 mod 11 = 2; (12 − 2) mod 11 = 10, written {@code X}.
 *
 * @param text eighteen characters, the last one a digit or a capital X
 * @param birthDate encoded in it
 */
public record IdNumber(String text, LocalDate birthDate) {

    /** Age from which a person may contract alone (民法典 art. 17, 18). */
    public static final int ADULT_YEARS = 18;

    // GB 11643-1999 4.2: province-level codes in use, by the first two digits.
    private static final Pattern SHAPE = Pattern.compile(
            "(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\\d{4}(\\d{4})(\\d{2})(\\d{2})\\d{3}[\\dX]");

    private static final String CHECK_CHARACTERS = "0123456789X";

    /**
     * Reads an ID number; a lower-case x is accepted and becomes a capital one.
     *
     * @param today business date, for "born in the future" and for age
     */
    public static Result<IdNumber, RealNameRefusal> parse(String typed, LocalDate today) {
        String text = typed.strip().toUpperCase(Locale.ROOT);
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Result.refused(new RealNameRefusal.IdNumberMalformed());
        }
        if (checkCharacter(text) != text.charAt(17)) {
            return Result.refused(new RealNameRefusal.CheckCharacterWrong());
        }
        return birthDate(shape.group(2), shape.group(3), shape.group(4), today).map(born -> new IdNumber(text, born));
    }

    /** The same number, if its holder is an adult on the day. */
    public Result<IdNumber, RealNameRefusal> adultOn(LocalDate today) {
        return Period.between(birthDate, today).getYears() >= ADULT_YEARS
                ? Result.ok(this)
                : Result.refused(new RealNameRefusal.NotAdult(ADULT_YEARS));
    }

    @Override
    public String toString() {
        return "IdNumber";
    }

    private static Result<LocalDate, RealNameRefusal> birthDate(
            String year, String month, String day, LocalDate today) {
        try {
            LocalDate born = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return born.isAfter(today) ? Result.refused(new RealNameRefusal.BirthDateImpossible()) : Result.ok(born);
        } catch (DateTimeException noSuchDay) {
            return Result.refused(new RealNameRefusal.BirthDateImpossible());
        }
    }

    // ISO 7064 MOD 11-2: weight of position i (1 to 17, from the left) is 2^(18-i) mod 11.
    private static char checkCharacter(String text) {
        int sum = 0;
        int weight = 1;
        for (int position = 16; position >= 0; position--) {
            weight = weight * 2 % 11;
            sum += (text.charAt(position) - '0') * weight;
        }
        return CHECK_CHARACTERS.charAt((12 - sum % 11) % 11);
    }
}
