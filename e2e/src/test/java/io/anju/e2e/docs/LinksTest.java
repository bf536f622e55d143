package io.anju.e2e.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.anju.e2e.stack.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A document that points into the repository points at something. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)(?:#[^)]*)?\\)");
    private static final int DEPTH = 5;

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        var dead = new ArrayList<String>();
        List<Path> documents = documents();
        for (Path document : documents) {
            var links = LINK.matcher(Files.readString(document));
            while (links.find()) {
                if (!Files.exists(document.resolveSibling(links.group(1)))) {
                    dead.add(document + " → " + links.group(1));
                }
            }
        }

        assertFalse(documents.isEmpty());
        assertEquals(List.of(), dead);
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.find(
                Repository.root(), DEPTH, (file, attributes) -> file.toString().endsWith(".md"))) {
            return files.filter(file -> !file.toString().contains("/target/")).toList();
        }
    }
}
