package io.anju.bench.duerun;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A replica of repayment-service as a process of its own, with the heap that it has on the stack. */
final class Service implements AutoCloseable {

    private final List<String> command;
    private final Path log;
    private Process process;

    Service(Path root, int port, Map<String, String> settings, Path log) throws IOException {
        this.command = command(root, port, settings);
        this.log = log;
        this.process = start();
    }

    private static List<String> command(Path root, int port, Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dquarkus.http.port=" + port,
                "-Danju.rail.callback-url=http://localhost:" + port + "/callbacks/rail"));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-jar");
        command.add(root.resolve("repayment-service/target/quarkus-app/quarkus-run.jar")
                .toString());
        return command;
    }

    private Process start() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Ends it as {@code kill -9} does, at whatever line it is, and starts it again. */
    void killAndStartAgain() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = start();
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
