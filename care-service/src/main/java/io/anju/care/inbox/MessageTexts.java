package io.anju.care.inbox;

import io.anju.care.inbox.model.Draft;
import io.anju.care.inbox.model.Wording;
import io.anju.care.language.model.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of messages in every language, read once from {@code inbox/messages_<language>.properties}. */
@ApplicationScoped
public class MessageTexts {

    private final Map<Language, Wording> wordings =
            Arrays.stream(Language.values()).collect(Collectors.toMap(Function.identity(), MessageTexts::load));

    /** The message in the reader's language. */
    public Wording.Words words(Language language, Draft draft) {
        return Optional.ofNullable(wordings.get(language)).orElseThrow().words(draft);
    }

    /** Reads and checks one language's words. */
    public static Wording load(Language language) {
        var path = "inbox/messages_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
        var loader = Objects.requireNonNull(MessageTexts.class.getClassLoader());
        try (var stream = Objects.requireNonNull(loader.getResourceAsStream(path), path)) {
            var properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return new Wording(
                    language,
                    properties.stringPropertyNames().stream()
                            .collect(Collectors.toMap(Function.identity(), properties::getProperty)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
