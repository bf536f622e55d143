package io.anju.loan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every refusal of this service is put into words in both languages. */
class ProblemTextsTest {

    /** Answered by service-kit's own words. */
    private static final Set<String> OF_THE_KIT = Set.of("NOT_FOUND");

    private static final Pattern CODE = Pattern.compile("String code\\(\\) \\{\\s+return \"([A-Z0-9_]+)\"");

    @Test
    void bothLanguagesKnowTheSameCodes() throws IOException {
        assertEquals(known("en"), known("zh"));
    }

    @Test
    void everyRefusalHasWords() throws IOException {
        var missing = declared();
        missing.removeAll(known("en"));
        missing.removeAll(OF_THE_KIT);
        assertEquals(Set.of(), missing);
    }

    private static Set<String> declared() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            return sources.filter(file -> file.toString().endsWith("Refusal.java"))
                    .flatMap(file -> CODE.matcher(read(file)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> known(String language) throws IOException {
        var texts = new Properties();
        try (var in = ProblemTextsTest.class.getResourceAsStream("/problems_" + language + ".properties")) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return texts.stringPropertyNames().stream()
                .filter(name -> name.endsWith(".title"))
                .map(name -> name.substring(0, name.indexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
