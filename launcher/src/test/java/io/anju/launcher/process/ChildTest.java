package io.anju.launcher.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @Test
    void isFoundByItsRunFileWhileItRuns() {
        Child child = start("sleep 60");

        assertEquals(child.pid(), runFiles().find("sleeper").orElseThrow().pid());
        child.stop(PATIENCE);
        assertTrue(runFiles().find("sleeper").isEmpty());
    }

    @Test
    void isNotMistakenForAnotherProcessThatWasGivenItsNumber() {
        Child child = start("sleep 60");

        var earlier = new RunningProcess("sleeper", child.pid(), Instant.parse("2020-01-01T00:00:00Z"));

        assertFalse(earlier.isAlive());
        child.stop(PATIENCE);
    }

    @Test
    void doesNotHearCtrlC() throws InterruptedException, java.io.IOException {
        Child child = start("echo up; sleep 60");
        awaitLine(child, "up");

        new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start().waitFor();

        assertTrue(child.isAlive());
        child.stop(PATIENCE);
        assertFalse(child.isAlive());
    }

    @Test
    void isEndedByForceWhenItDoesNotListen() {
        Child child = start("trap '' TERM; echo deaf; while :; do sleep 1; done");
        awaitLine(child, "deaf");

        child.stop(Duration.ofMillis(200));

        assertFalse(child.isAlive());
    }

    @Test
    void leavesItsLastWords() {
        Child child = start("for n in 1 2 3 4; do echo line $n; done; sleep 60");
        awaitLine(child, "line 4");

        assertEquals(List.of("line 3", "line 4"), child.log().lastLines(2));
        child.stop(PATIENCE);
    }

    @Test
    void isFollowedLineByLine() {
        Child child = start("echo one; echo two; sleep 60");
        awaitLine(child, "two");
        var seen = new ArrayList<String>();

        new LogFollower(child.log().path(), seen::add).poll();

        assertEquals(List.of("one", "two"), seen);
        child.stop(PATIENCE);
    }

    private Child start(String script) {
        var program = new Program(
                "sleeper", List.of("/bin/sh", "-c", script), Map.of(), folder, URI.create("http://localhost:1/"));
        return Child.start(program, new LogFile(folder, "sleeper"), runFiles());
    }

    private RunFiles runFiles() {
        return new RunFiles(folder);
    }

    private static void awaitLine(Child child, String line) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!child.log().lastLines(1).contains(line)) {
            assertTrue(System.nanoTime() < deadline, "no line " + line);
            Thread.onSpinWait();
        }
    }
}
