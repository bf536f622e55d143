package io.anju.e2e.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.anju.e2e.stack.Repository;
import io.anju.e2e.stack.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader who pastes every block of {@code docs/journey.md} gets to its end, and is answered as the page shows: the same
 * statuses, the same codes of problems, the same members at the top of each document. With {@code -Danju.record=true} the
 * answers of this run are written into the page.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyPageTest {

    private static final String MARKER = "@@@ block ";
    private static final int MINUTES = 15;

    private Stack stack;

    @TempDir
    private Path folder;

    @BeforeAll
    void up() {
        stack = Stack.start();
    }

    @AfterAll
    void down() {
        stack.stop();
    }

    @Test
    void canBeFollowedToItsEnd() throws IOException, InterruptedException {
        JourneyPage page = JourneyPage.read();

        String said = run(page.script(MARKER));

        assertFalse(page.blocks().isEmpty());
        List<String> answers = answers(said);
        assertEquals(page.blocks().size(), answers.size(), said);
        if (Boolean.getBoolean("anju.record")) {
            Files.writeString(page.file(), page.withAnswers(answers));
        } else {
            assertEquals(List.of(), page.differences(answers));
        }
    }

    private String run(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("journey.sh"), script);
        Path output = folder.resolve("journey.out");
        var builder = new ProcessBuilder("sh", file.toString())
                .directory(Repository.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("GATEWAY", stack.gateway().base());
        builder.environment().put("SANDBOX", stack.sandbox().base());
        builder.environment().put("ANJU_HOME", stack.home().toString());
        // Where the page's mktemp works; a reader's is emptied at the next start of their machine.
        builder.environment().put("TMPDIR", folder.toString());
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        // Leniently: an answer may be cut in the middle of a Chinese character.
        String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    /** What was printed after each marker but the last, which only says that the end was reached. */
    private static List<String> answers(String said) {
        List<String> parts =
                Arrays.asList(Pattern.compile("(?m)^" + MARKER + "\\w+$").split(said));
        return parts.subList(1, parts.size() - 1);
    }
}
