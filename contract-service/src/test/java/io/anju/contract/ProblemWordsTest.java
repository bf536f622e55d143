package io.anju.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.contract.signing.model.SigningRefusal;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every refusal has its words in both languages. */
class ProblemWordsTest {
    private static final List<SigningRefusal> REFUSALS = List.of(
            new SigningRefusal.NotOpen("SEALED"),
            new SigningRefusal.ContractExpired(LocalDate.EPOCH),
            new SigningRefusal.OtherDocument("a", "b"),
            new SigningRefusal.ClausesNotConfirmed(List.of()),
            new SigningRefusal.NotToBeConfirmed("c"),
            new SigningRefusal.ShownTooBriefly("c", 3, 1),
            new SigningRefusal.ShownOutOfTime("c", Instant.EPOCH, Instant.EPOCH),
            new SigningRefusal.AnsweredTooOften("c", 50),
            new SigningRefusal.NoSuchAnswer("c", List.of()));

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        words.load(new InputStreamReader(
                ProblemWordsTest.class.getResourceAsStream("/problems_" + language + ".properties"),
                StandardCharsets.UTF_8));
        return words;
    }

    @Test
    void bothLanguagesHaveTheSameWordsAndThoseOfEveryRefusal() throws IOException {
        var expected = new TreeSet<String>();
        Stream.concat(
                        REFUSALS.stream().map(SigningRefusal::code),
                        Stream.of("CALLBACK_SIGNATURE_WRONG", "MORTGAGE_NOT_REJECTED", "TOO_MANY_CHECKS"))
                .flatMap(code -> Stream.of(code + ".title", code + ".detail"))
                .forEach(expected::add);

        assertEquals(expected, new TreeSet<>(words("en").stringPropertyNames()));
        assertEquals(expected, new TreeSet<>(words("zh").stringPropertyNames()));
    }

    @Test
    void everyKindOfRefusalIsTried() {
        assertEquals(SigningRefusal.class.getPermittedSubclasses().length, REFUSALS.size());
    }
}
