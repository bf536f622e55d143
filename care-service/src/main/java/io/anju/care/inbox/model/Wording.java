package io.anju.care.inbox.model;

import io.anju.care.language.model.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of every template and code in one language.
 *
 * <p>Texts are {@code TEMPLATE.title}, {@code TEMPLATE.body} with {@code {field}} in them, and {@code code.CODE}. What
 * could go wrong at reading goes wrong here, when the words are loaded: a missing text, a placeholder that is no field.
 */
public final class Wording {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    /** A message put into words. */
    public record Words(String title, String body) {}

    private final Language language;
    private final Map<String, String> texts;
    private final Map<Template, Words> patterns = new EnumMap<>(Template.class);

    public Wording(Language language, Map<String, String> texts) {
        this.language = language;
        this.texts = Map.copyOf(texts);
        for (var template : Template.values()) {
            patterns.put(template, new Words(pattern(template, "title"), pattern(template, "body")));
        }
    }

    public Language language() {
        return language;
    }

    /** The message in this language. */
    public Words words(Draft draft) {
        var pattern = Optional.ofNullable(patterns.get(draft.template())).orElseThrow();
        return new Words(fill(pattern.title(), draft), fill(pattern.body(), draft));
    }

    private String pattern(Template template, String part) {
        var text = text(template + "." + part);
        PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).forEach(name -> {
            if (!template.fields().containsKey(name)) {
                throw new IllegalStateException(language + " " + template + "." + part + " names no field: " + name);
            }
        });
        return text;
    }

    private String fill(String pattern, Draft draft) {
        return PLACEHOLDER.matcher(pattern).replaceAll(found -> Matcher.quoteReplacement(field(draft, found.group(1))));
    }

    private String field(Draft draft, String name) {
        var type = Optional.ofNullable(draft.template().fields().get(name)).orElseThrow();
        var value = Optional.ofNullable(draft.fields().get(name)).orElseThrow();
        return switch (type) {
            case MONEY -> language.money(((Number) value).longValue());
            case DATE -> language.date(value.toString());
            case RATE -> language.rate(value.toString());
            case CODE -> texts.getOrDefault("code." + value, value.toString());
            case COUNT, REFERENCE, LITERAL -> value.toString();
        };
    }

    private String text(String key) {
        return Optional.ofNullable(texts.get(key))
                .orElseThrow(() -> new IllegalStateException(language + " lacks the words of " + key));
    }
}
