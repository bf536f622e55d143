package io.anju.launcher.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.launcher.Folders;
import io.anju.launcher.process.LogFile;
import io.anju.launcher.process.RunFiles;
import io.anju.launcher.process.RunningProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged launcher with a real PostgreSQL and sandbox, and with fake services that start in no time. */
class StackIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeAll
    static void unpackAnew() {
        Folders.delete(Commands.CACHE);
    }

    @BeforeEach
    void prepare() throws IOException {
        commands = new Commands(folder);
    }

    @AfterEach
    void cleanUp() throws IOException, InterruptedException {
        commands.run("down");
        commands.unlink();
    }

    @Test
    void comesUpDetachedAndGoesDownLeavingNothing() throws IOException, InterruptedException {
        Commands.Outcome up = commands.up("--detach");

        assertEquals(0, up.status(), up.output());
        assertTrue(up.output().contains("http://localhost:" + (8080 + commands.portOffset)), up.output());
        assertEquals(0, commands.run("status").status());
        List<RunningProcess> processes = processes();
        Commands.Outcome down = commands.run("down");
        assertEquals(0, down.status(), down.output());
        assertTrue(processes.stream().noneMatch(RunningProcess::isAlive));
    }

    @Test
    void givesThePromptBackWhileItLearnsInTheBackground() throws IOException, InterruptedException {
        Commands.Outcome up = commands.upWithTraining();

        assertEquals(0, up.status(), up.output());
        assertTrue(up.output().contains("./anju down"), up.output());
    }

    @Test
    void refusesToComeUpTwice() throws IOException, InterruptedException {
        assertEquals(0, commands.up("--detach").status());

        Commands.Outcome second = commands.up();

        assertEquals(1, second.status());
        assertTrue(second.output().contains("the stack is up already"), second.output());
        assertEquals(0, commands.run("status").status());
    }

    @Test
    void refusesATakenPortAndStartsNothing() throws IOException, InterruptedException {
        try (var other = new ServerSocket(8083 + commands.portOffset, 1, InetAddress.getLoopbackAddress())) {
            Commands.Outcome up = commands.up();

            assertEquals(1, up.status());
            assertTrue(
                    up.output().contains("port " + other.getLocalPort() + " (contract-service) is taken"), up.output());
            assertTrue(processes().stream().noneMatch(RunningProcess::isAlive));
        }
    }

    @Test
    void saysWhichServiceDiedWhileStartingAndStopsTheRest() throws IOException, InterruptedException {
        Commands.Outcome up = commands.run(Map.of("ANJU_TEST_DIES", "yes"), commands.withOffset("--detach"));

        assertEquals(1, up.status());
        assertTrue(up.output().contains("ended with status 3 while starting"), up.output());
        assertTrue(up.output().contains("cannot go on"), up.output());
        assertTrue(processes().stream().noneMatch(RunningProcess::isAlive));
        assertEquals("nothing is running", commands.run("down").output().strip());
    }

    @Test
    void reportsADeadServiceAndStartsItAgain() throws IOException, InterruptedException {
        assertEquals(0, commands.up("--detach").status());
        long victim = pid("loan-service");

        ProcessHandle.of(victim).orElseThrow().destroyForcibly();

        await(() -> supervisorLog().contains("loan-service killed by signal 9"));
        assertEquals(1, commands.run("status").status());
        Commands.Outcome restart = commands.run("restart", "loan-service");
        assertEquals(0, restart.status(), restart.output());
        assertFalse(pid("loan-service") == victim);
        assertEquals(0, commands.run("status").status());
    }

    @Test
    void cleansUpAfterASupervisorThatWasKilled() throws IOException, InterruptedException {
        assertEquals(0, commands.up("--detach").status());
        List<RunningProcess> orphans = processes();

        ProcessHandle.of(pid("supervisor")).orElseThrow().destroyForcibly();

        await(() -> new RunFiles(commands.home.run()).find("supervisor").isEmpty());
        Commands.Outcome up = commands.up("--detach");
        assertEquals(0, up.status(), up.output());
        assertTrue(up.output().contains("an earlier stack left running: gateway"), up.output());
        assertTrue(orphans.stream().noneMatch(RunningProcess::isAlive));
        assertEquals(0, commands.run("status").status());
    }

    @Test
    void stopsOnCtrlCInTheForegroundAndKeepsItsData() throws IOException, InterruptedException {
        Path output = folder.resolve("up.txt");
        Process up = commands.start(Map.of(), output, commands.withOffset());
        await(() -> read(output).contains("Anju is up"));
        await(() -> read(output).contains("loan-service     │ listening at"));

        new ProcessBuilder("kill", "-INT", Long.toString(up.pid())).start().waitFor();

        // A shell's background job hands on that Ctrl-C is ignored; then this says so instead of waiting for ever.
        assertTrue(up.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "Ctrl-C is not heard");
        assertEquals(130, up.exitValue());
        assertTrue(read(output).contains("stopped; data kept in"), read(output));
        assertTrue(Files.exists(commands.home.database().resolve("PG_VERSION")));
        assertTrue(processes().stream().noneMatch(RunningProcess::isAlive));
    }

    private List<RunningProcess> processes() {
        return new RunFiles(commands.home.run()).list();
    }

    private long pid(String name) {
        return new RunFiles(commands.home.run()).find(name).orElseThrow().pid();
    }

    private String supervisorLog() {
        return String.join("\n", new LogFile(commands.home.logs(), "supervisor").lastLines(50));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException halfWritten) {
            return "";
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "waited in vain");
            Thread.onSpinWait();
        }
    }
}
