package io.anju.care.language.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How each language writes amounts and rates, and which one a reader gets. */
class LanguageTest {

    @ParameterizedTest
    @CsvSource({"0, CNY 0.00", "1, CNY 0.01", "100, CNY 1.00", "99999999999, 'CNY 999,999,999.99'"})
    void formatsFen(long fen, String text) {
        assertEquals(text, Language.EN.money(fen));
    }

    @ParameterizedTest
    @CsvSource({"0.035, 3.50%", "0.0350, 3.50%", "0.03125, 3.125%", "0, 0.00%", "-0.003, -0.30%"})
    void formatsRates(String fraction, String text) {
        assertEquals(text, Language.ZH.rate(fraction));
    }

    @ParameterizedTest
    @CsvSource({"en-GB, EN", "zh-TW, ZH", "fr, ZH", "'fr, en;q=0.8, zh;q=0.5', EN"})
    void speaksTheFirstLanguageOfTheReaderThatItKnows(String header, Language language) {
        var accepted = Locale.LanguageRange.parse(header).stream()
                .map(range -> Locale.forLanguageTag(range.getRange()))
                .toList();

        assertEquals(language, Language.of(accepted));
    }

    @Test
    void choosesChineseWhenTheReaderNamesNoLanguage() {
        assertEquals(Language.ZH, Language.of(List.of()));
    }
}
