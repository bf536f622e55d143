package io.anju.care.help.model;

import java.util.ArrayList;
import java.util.List;

/**
 * An article of the help centre in one language.
 *
 * <p>Written as Markdown: {@code # Title}, a line {@code version: 2}, and passages each under {@code ## Heading}.
 *
 * @param id the same in every language
 * @param version counts the article's changes from 1; an answer names the version it quotes
 */
public record Article(String id, int version, String title, List<Passage> passages) {

    public Article {
        passages = List.copyOf(passages);
        if (version < 1 || title.isBlank() || passages.isEmpty()) {
            throw new IllegalArgumentException("article " + id + " lacks a version, a title or a passage");
        }
    }

    /** @throws IllegalArgumentException when the text is no article */
    public static Article parse(String id, String markdown) {
        var title = "";
        var version = 0;
        var passages = new ArrayList<Passage>();
        for (var block : markdown.strip().split("(?m)^(?=##? )")) {
            if (block.startsWith("## ")) {
                passages.add(passage(passages.size() + 1, block.substring(3)));
            } else if (block.startsWith("# ")) {
                var lines = block.substring(2).strip().split("\\R", 2);
                title = lines[0].strip();
                version = version(id, lines.length > 1 ? lines[1].strip() : "");
            }
        }
        return new Article(id, version, title, passages);
    }

    private static Passage passage(int number, String block) {
        var lines = block.split("\\R", 2);
        return new Passage(number, lines[0].strip(), lines.length > 1 ? lines[1].strip() : "");
    }

    private static int version(String id, String line) {
        if (!line.matches("version: \\d{1,6}")) {
            throw new IllegalArgumentException("article " + id + " names no version below its title");
        }
        return Integer.parseInt(line.substring("version: ".length()));
    }
}
