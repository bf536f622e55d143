package io.anju.launcher.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubectlTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private Path kubectl(String does) throws IOException {
        var program = Files.writeString(folder.resolve("kubectl"), "#!/bin/sh\n" + does + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    @ParameterizedTest
    @CsvSource({"1, 25", "1, 32+", "2, 0"})
    void takesOneThatKnowsComponents(String major, String minor) throws IOException, InterruptedException {
        var program = kubectl("printf '{\"clientVersion\":{\"major\": \"%s\", \"minor\": \"%s\"}}' %s '%s'"
                .formatted("%s", "%s", major, minor));

        assertEquals(Optional.empty(), Kubectl.findLack(program, LONG));
    }

    @Test
    void saysWhichIsTooOldAndWhichWouldDo() throws IOException, InterruptedException {
        var program = kubectl("echo '{\"clientVersion\":{\"major\":\"1\",\"minor\":\"20+\"}}'");

        assertEquals(
                Optional.of("kubectl 1.25 or later (Debian 13: kubernetes-client, Homebrew: kubernetes-cli); " + program
                        + " is 1.20"),
                Kubectl.findLack(program, LONG));
    }

    @Test
    void takesNoneThatDoesNotTell() throws IOException, InterruptedException {
        var lack = Kubectl.findLack(kubectl("echo 'error: unknown flag' >&2; exit 1"), LONG);

        assertTrue(lack.orElse("").endsWith("does not tell its version"), lack.toString());
    }

    @Test
    void doesNotWaitForOneThatHangs() throws IOException, InterruptedException {
        var lack = Kubectl.findLack(kubectl("exec sleep 600"), Duration.ofSeconds(1));

        assertTrue(lack.orElse("").endsWith("did not tell its version within 1 s"), lack.toString());
    }
}
