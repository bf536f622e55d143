package io.anju.e2e.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.anju.e2e.stack.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder of pages has an index, in which each page stands with its title. */
class IndexTest {

    private static final String INDEX = "README.md";
    private static final Pattern ENTRY = Pattern.compile("(?m)^- .*?\\[(.+?)]\\(([\\w-]+\\.md)\\)");

    @ParameterizedTest
    @ValueSource(strings = {"docs/adr", "docs/runbooks"})
    void namesEachPageByItsTitle(String name) throws IOException {
        Path folder = Repository.root().resolve(name);
        Map<String, String> pages = pages(folder);

        assertFalse(pages.isEmpty());
        assertEquals(pages, entries(folder.resolve(INDEX)));
    }

    private static Map<String, String> pages(Path folder) throws IOException {
        var titles = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(page -> !page.endsWith(INDEX)).toList()) {
                String title = Files.readAllLines(file).getFirst();
                titles.put(file.getFileName().toString(), title.substring("# ".length()));
            }
        }
        return titles;
    }

    private static Map<String, String> entries(Path index) throws IOException {
        var titles = new TreeMap<String, String>();
        ENTRY.matcher(Files.readString(index)).results().forEach(entry -> titles.put(entry.group(2), entry.group(1)));
        return titles;
    }
}
