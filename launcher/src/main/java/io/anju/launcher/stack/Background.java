package io.anju.launcher.stack;

import io.anju.launcher.Home;
import io.anju.launcher.LaunchFailure;
import io.anju.launcher.Terminal;
import io.anju.launcher.process.LogFile;
import io.anju.launcher.process.LogFollower;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts the supervisor as a process of its own that outlives the terminal, and shows how it fares until it is ready. */
final class Background {

    /** Neither Ctrl-C nor the terminal's end reaches what is started so. */
    private static final String OWN_SESSION =
            "trap '' INT HUP; if command -v setsid >/dev/null; then exec setsid \"$@\"; fi; exec \"$@\"";

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Home home;
    private final Terminal terminal;

    Background(Home home, Terminal terminal) {
        this.home = home;
        this.terminal = terminal;
    }

    /** Returns the exit status: 0 when the stack is ready. */
    int start(UpOptions options) throws InterruptedException {
        UpState.notReady(home);
        var log = new LogFile(home.logs(), StackLock.SUPERVISOR);
        log.begin();
        Process supervisor = launch(options, log);
        var abandon = new Thread(supervisor::destroy, "abandon");
        Runtime.getRuntime().addShutdownHook(abandon);
        var progress = new LogFollower(log.path(), terminal::line);
        while (supervisor.isAlive() && !UpState.isReady(home)) {
            progress.poll();
            Thread.sleep(PAUSE);
        }
        Runtime.getRuntime().removeShutdownHook(abandon);
        progress.poll();
        return supervisor.isAlive() ? 0 : 1;
    }

    private Process launch(UpOptions options, LogFile log) {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", OWN_SESSION, "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--sun-misc-unsafe-memory-access=allow"));
        command.add("-Danju.root=" + home.root());
        command.add("-Danju.home=" + home.state());
        command.addAll(List.of(
                "-jar", home.root().resolve("launcher/target/launcher.jar").toString()));
        command.addAll(options.forSupervisor());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()))
                    .start();
            process.getOutputStream().close();
            return process;
        } catch (IOException refused) {
            throw new LaunchFailure("cannot start the supervisor: " + refused.getMessage(), refused);
        }
    }
}
