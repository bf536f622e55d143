package io.anju.care.help;

import io.anju.care.help.model.Article;
import io.anju.care.language.model.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The articles that come with the service: {@code help/<language>/<id>.md}, listed in {@code help/articles.txt}. */
public final class ArticleTexts {

    private ArticleTexts() {}

    /** In the order of the list, read and checked. */
    public static List<Article> load(Language language) {
        var folder = "help/" + language.name().toLowerCase(Locale.ROOT) + "/";
        return text("help/articles.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .map(id -> Article.parse(id, text(folder + id + ".md")))
                .toList();
    }

    // A native image has no folders to list, hence the file with the list.
    private static String text(String path) {
        var loader = Objects.requireNonNull(ArticleTexts.class.getClassLoader());
        try (var stream = Objects.requireNonNull(loader.getResourceAsStream(path), path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
