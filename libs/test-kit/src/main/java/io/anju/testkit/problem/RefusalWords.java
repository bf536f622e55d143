package io.anju.testkit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is refused is told so in words: every code that a module can answer with has them in Chinese and in English,
 * both say the same of the evidence, and no words stand for nothing. The test of a module calls {@link #check}.
 */
public final class RefusalWords {

    private static final List<String> LANGUAGES = List.of("zh", "en");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private RefusalWords() {}

    /** @param module the module's package, such as {@code io.anju.loan} */
    public static void check(String module) {
        var codes = StableCodes.of(module);

        assertFalse(codes.all().isEmpty(), "no code found in " + module);
        var faults = faults(codes, "problems_");
        faults.addAll(wordsForNothing(codes));
        faults.addAll(promisesOfNothing(codes));
        assertEquals(List.of(), faults);
    }

    /** Of service-kit itself, whose words come with it to every service; some are only theirs to use. */
    static void checkKit() {
        assertEquals(List.of(), faults(StableCodes.of("io.anju.kit"), "kit-problems_"));
    }

    static List<String> faults(StableCodes codes, String ownFile) {
        var faults = new ArrayList<String>();
        for (var language : LANGUAGES) {
            var words = words("kit-problems_" + language);
            words.putAll(words("problems_" + language));
            codes.ofProblems().stream()
                    .filter(code -> !hasSentence(words, code))
                    .forEach(code -> faults.add(code + " has no title and detail in " + language));
            codes.ofRefusals().stream()
                    .filter(code -> !hasSentence(words, code) && !words.containsKey(code + ".field"))
                    .forEach(code -> faults.add(code + " has no words in " + language));
            codes.ofFields().stream()
                    .filter(code -> !words.containsKey(code + ".field") && !words.containsKey(code + ".title"))
                    .forEach(code -> faults.add(code + " of a field has no words in " + language));
        }
        faults.addAll(differences(words(ownFile + "zh"), words(ownFile + "en")));
        return faults;
    }

    private static List<String> wordsForNothing(StableCodes codes) {
        return words("problems_en").stringPropertyNames().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .filter(code -> !codes.named().contains(code))
                .distinct()
                .map(code -> code + " has words, and nothing answers with it")
                .toList();
    }

    /** What the module's table of refusals tells its callers; the gateway has none. */
    private static List<String> promisesOfNothing(StableCodes codes) {
        return words("openapi/refusals").stringPropertyNames().stream()
                .filter(code -> !codes.named().contains(code)
                        && !words("kit-problems_en").containsKey(code + ".title"))
                .map(code -> code + " is in refusals.properties, and nothing answers with it")
                .toList();
    }

    private static boolean hasSentence(Properties words, String code) {
        return words.containsKey(code + ".title") && words.containsKey(code + ".detail");
    }

    private static List<String> differences(Properties chinese, Properties english) {
        var keys = new TreeSet<>(chinese.stringPropertyNames());
        keys.addAll(english.stringPropertyNames());
        return keys.stream()
                .filter(key -> !placeholders(chinese.getProperty(key)).equals(placeholders(english.getProperty(key))))
                .map(key -> key + " says something else in the other language: " + chinese.getProperty(key) + " / "
                        + english.getProperty(key))
                .toList();
    }

    /** What the words are filled with; nothing where there are none, which is unlike any words. */
    private static Set<String> placeholders(@Nullable String words) {
        return words == null || words.isBlank()
                ? Set.of("")
                : PLACEHOLDER.matcher(words).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties words(String file) {
        var words = new Properties();
        try (var in = RefusalWords.class.getResourceAsStream("/" + file + ".properties")) {
            if (in != null) {
                words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
