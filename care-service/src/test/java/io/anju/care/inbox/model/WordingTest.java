package io.anju.care.inbox.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.care.inbox.MessageTexts;
import io.anju.care.language.model.Language;
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
}
