package io.anju.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of each problem code, in Chinese and English.
 *
 * <p>A service adds its own in {@code problems_en.properties} and {@code problems_zh.properties}, two keys a code:
 * {@code CODE.title} and {@code CODE.detail}; {@code {name}} in a detail is replaced by the evidence of that name. A code
 * of a field has one, {@code CODE.field}, for checks that bring no words of their own; without it the title says it.
 */
@ApplicationScoped
public class ProblemTexts {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final List<Locale> OFFERED = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final Properties chinese = load("zh");
    private final Properties english = load("en");

    /** The language to answer in: what {@code Accept-Language} prefers of zh-CN and en, Chinese when it says nothing. */
    public Locale languageFor(List<Locale> accepted) {
        return accepted.stream()
                .flatMap(wanted -> OFFERED.stream().filter(o -> o.getLanguage().equals(wanted.getLanguage())))
                .findFirst()
                .orElse(Locale.SIMPLIFIED_CHINESE);
    }

    public String title(Problem problem, Locale language) {
        return title(problem.code(), language);
    }

    public String title(String code, Locale language) {
        return texts(language).getProperty(code + ".title", code);
    }

    /** The detail before it is filled: {@code {name}} stands for the evidence of that name. */
    public String template(String code, Locale language) {
        return texts(language).getProperty(code + ".detail", "");
    }

    public String detail(Problem problem, Locale language) {
        return PLACEHOLDER
                .matcher(template(problem.code(), language))
                .replaceAll(found -> Matcher.quoteReplacement(
                        String.valueOf(problem.evidence().getOrDefault(found.group(1), "?"))));
    }

    /** The error with its code's words, when it brings none. */
    FieldError worded(FieldError error, Locale language) {
        if (!error.message().isEmpty()) {
            return error;
        }
        Properties texts = texts(language);
        String words = texts.getProperty(error.code() + ".field", texts.getProperty(error.code() + ".title", ""));
        return new FieldError(error.field(), error.code(), words);
    }

    private Properties texts(Locale language) {
        return language.getLanguage().equals("en") ? english : chinese;
    }

    private static Properties load(String language) {
        var texts = new Properties();
        for (var file : List.of("kit-problems_", "problems_")) {
            try (var in = Thread.currentThread()
                    .getContextClassLoader()
                    .getResourceAsStream(file + language + ".properties")) {
                if (in != null) {
                    texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }
}
