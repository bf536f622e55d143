package io.anju.care.inbox.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.care.inbox.MessageTexts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every template has words in every language, and amounts, dates and rates are written as that language does. */
class WordingTest {

    private static final Map<String, Object> DUE = Map.of(
            "loanId", "018f0000-0000-7000-8000-000000000001", "number", 3, "dueDate", "2026-12-22", "amount", 449045);

    @ParameterizedTest
    @EnumSource
    void putsEveryTemplateIntoWords(Language language) {
        var wording = MessageTexts.load(language);

        for (var template : Template.values()) {
            var words = wording.words(sample(template));
            assertFalse(words.title().isBlank() || words.body().contains("{"), template.name());
        }
    }

    @ParameterizedTest
    @CsvSource({"ZH, 2026年12月22日应还 4", "EN, 'CNY 4,490.45 is due on 22 December 2026.'"})
    void writesAmountsAndDates(Language language, String start) {
        var words = MessageTexts.load(language).words(Draft.of(Template.INSTALMENT_DUE, DUE));

        assertEquals(start, words.body().substring(0, start.length()));
    }

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
    void refusesWordsThatNameNoField() {
        var texts = new TreeMap<String, String>();
        for (var template : Template.values()) {
            texts.put(template + ".title", "x");
            texts.put(template + ".body", "{amountt}");
        }

        assertThrows(IllegalStateException.class, () -> new Wording(Language.EN, texts));
    }

    private static Draft sample(Template template) {
        var fact = new TreeMap<String, Object>();
        template.fields()
                .forEach((name, type) -> fact.put(
                        name,
                        switch (type) {
                            case MONEY, COUNT -> 12345;
                            case DATE -> "2026-12-22";
                            case RATE -> "0.0350";
                            case REFERENCE -> "018f0000-0000-7000-8000-000000000001";
                            case CODE, LITERAL -> "L3";
                        }));
        return Draft.of(template, fact);
    }

    @Test
    void choosesChineseWhenTheReaderNamesNoLanguage() {
        assertEquals(Language.ZH, Language.of(List.of()));
    }
}
