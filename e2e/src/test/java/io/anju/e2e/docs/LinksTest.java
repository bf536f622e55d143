package io.anju.e2e.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.anju.e2e.stack.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A document that points into the repository points at something. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)(?:#[^)]*)?\\)");
    private static final Pattern TEST = Pattern.compile("\\b[A-Z][a-z][A-Za-z0-9]*(?:Test|IT)\\b");
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

    /** {@code -Dsurefire.failIfNoSpecifiedTests=false} would hide that nothing was run. */
    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        Set<String> there = classes();
        var gone = new ArrayList<String>();
        for (Path document : documents()) {
            TEST.matcher(Files.readString(document))
                    .results()
                    .map(MatchResult::group)
                    .filter(name -> !there.contains(name))
                    .forEach(name -> gone.add(document + " → " + name));
        }

        assertFalse(there.isEmpty());
        assertEquals(List.of(), gone);
    }

    private static Set<String> classes() throws IOException {
        var names = new HashSet<String>();
        for (Path sources : sources()) {
            try (Stream<Path> files = Files.walk(sources)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .forEach(name -> names.add(name.substring(0, name.length() - ".java".length())));
            }
        }
        return names;
    }

    /** A module lies in the root or in a folder of its kind. */
    private static List<Path> sources() throws IOException {
        try (Stream<Path> folders = Files.find(Repository.root(), 3, (folder, attributes) -> folder.endsWith("src"))) {
            return folders.toList();
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.find(
                Repository.root(), DEPTH, (file, attributes) -> file.toString().endsWith(".md"))) {
            return files.filter(file -> !file.toString().contains("/target/")).toList();
        }
    }
}
