package io.anju.testkit.openapi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a service says of single fields must have words in both languages, or whoever fills in a form sees an empty line. */
final class FieldWords {

    /** Where code names what is wrong with a field: {@code FieldError.of(field, "CODE")}, {@code new Gap(field, "CODE")}. */
    private static final Pattern CODE =
            Pattern.compile("(?:FieldError\\.of|new Gap)\\([^;]*?,\\s*\"([A-Z][A-Z_]+)\"\\)");

    private FieldWords() {}

    /** Those of the sources that one language or the other has no words for. */
    static List<String> missing(Path sources) throws IOException {
        Set<String> codes = codes(sources);
        return Stream.of("en", "zh")
                .flatMap(language ->
                        missing(codes, words(language)).map(key -> key + " is not in the words of " + language))
                .toList();
    }

    private static Stream<String> missing(Set<String> codes, Set<String> words) {
        return codes.stream().map(code -> code + ".field").filter(key -> !words.contains(key));
    }

    private static Set<String> codes(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> CODE.matcher(read(file)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> words(String language) {
        var words = new Properties();
        for (String file : List.of("/kit-problems_", "/problems_")) {
            try (var in = FieldWords.class.getResourceAsStream(file + language + ".properties")) {
                words.load(new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return words.stringPropertyNames();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
