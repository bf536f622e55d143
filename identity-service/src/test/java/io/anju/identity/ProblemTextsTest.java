package io.anju.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.anju.kernel.result.Refusal;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every refusal that this service can give has words in both languages, and no words stand for nothing. */
class ProblemTextsTest {

    /** Codes whose words are service-kit's. */
    private static final Set<String> OF_THE_KIT = Set.of("NOT_FOUND", "ROLE_MISSING", "LEVEL_TOO_LOW");

    @Test
    void bothLanguagesHaveWordsForTheSameCodes() {
        assertEquals(codesWithWords("en"), codesWithWords("zh"));
    }

    @Test
    void everyRefusalHasWords() {
        var codes = codesOfRefusals();

        assertTrue(codes.size() > 30, codes.toString());
        codes.removeAll(OF_THE_KIT);
        codes.removeAll(codesWithWords("en"));
        assertEquals(Set.of(), codes);
    }

    @Test
    void noWordsStandForNothing() {
        var words = codesWithWords("en");

        words.removeAll(codesOfRefusals());
        assertEquals(Set.of(), words);
    }

    private static Set<String> codesOfRefusals() {
        var codes = new TreeSet<String>();
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.anju.identity")
                        .stream()
                        .filter(found -> found.isAssignableTo(Refusal.class) && found.isRecord())
                        .map(JavaClass::reflect)
                        .map(ProblemTextsTest::code)
                        .forEach(codes::addAll);
        return codes;
    }

    /** The code of a refusal with empty parts; none for those that only pass another's code on. */
    private static List<String> code(Class<?> refusal) {
        try {
            var constructor = refusal.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            Object[] nothing = Arrays.stream(constructor.getParameterTypes())
                    .map(type -> type == int.class ? (Object) 0 : null)
                    .toArray();
            String code = ((Refusal) constructor.newInstance(nothing)).code();
            return code == null ? List.of() : List.of(code);
        } catch (ReflectiveOperationException | NullPointerException passesOn) {
            return List.of();
        }
    }

    private static Set<String> codesWithWords(String language) {
        var words = new Properties();
        try (var in = ProblemTextsTest.class.getResourceAsStream("/problems_" + language + ".properties")) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var codes = new TreeSet<String>();
        words.stringPropertyNames().stream()
                .filter(name -> !name.endsWith(".field"))
                .forEach(name -> codes.add(name.substring(0, name.indexOf('.'))));
        return codes;
    }
}
