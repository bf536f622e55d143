package io.anju.launcher.stack;

import io.anju.launcher.Home;
import io.anju.launcher.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The launcher's commands as processes of their own, on a repository of fake services and on free ports. */
final class Commands {

    /** What can be made again and is the same for every test: PostgreSQL's programs, unpacked. */
    static final Path CACHE = Path.of("target/stack-cache").toAbsolutePath();

    private static final int PATIENCE_SECONDS = 120;

    final Home home;
    final int portOffset = freeOffset();
    private final Path root;

    Commands(Path folder) throws IOException {
        this.root = folder.resolve("a repository");
        this.home = new Home(root, root.resolve(".anju"));
        Files.createDirectories(root.resolve("launcher"));
        Files.createSymbolicLink(
                root.resolve("launcher/target"), Path.of("target").toAbsolutePath());
        Files.createDirectories(home.state());
        Files.createSymbolicLink(home.cache(), Files.createDirectories(CACHE));
        for (String service : List.of(
                "identity-service",
                "loan-service",
                "contract-service",
                "repayment-service",
                "care-service",
                "gateway")) {
            FakeService.writeJar(root.resolve(service).resolve("target/quarkus-app/quarkus-run.jar"));
        }
    }

    /** What a command printed and how it ended. */
    record Outcome(int status, String output) {}

    Outcome run(String... words) throws IOException, InterruptedException {
        return run(Map.of(), words);
    }

    Outcome run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        Path output = Files.createTempFile(root, "output", ".txt");
        Process process = start(environment, output, words);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", words) + " does not end: " + Files.readString(output));
        }
        return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    Process start(Map<String, String> environment, Path output, String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Danju.root=" + root,
                "-Danju.home=" + home.state(),
                // As the script ./anju starts it.
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                Path.of("target/launcher.jar").toAbsolutePath().toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    Outcome up(String... words) throws IOException, InterruptedException {
        return run(withOffset(words));
    }

    /** Up and back at the prompt, while the caches of a later start are made behind it. */
    Outcome upWithTraining() throws IOException, InterruptedException {
        return run("up", "--detach", "--port-offset", Integer.toString(portOffset));
    }

    String[] withOffset(String... words) {
        var all = new ArrayList<>(List.of("up", "--no-training", "--port-offset", Integer.toString(portOffset)));
        all.addAll(List.of(words));
        return all.toArray(String[]::new);
    }

    /** Takes the links into this build away, so that nobody follows them when the folder is deleted. */
    void unlink() throws IOException {
        Files.delete(home.cache());
        Files.delete(root.resolve("launcher/target"));
    }

    /** An offset at which every port is free now. */
    private static int freeOffset() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int offset = ThreadLocalRandom.current().nextInt(1_000, 20_000);
            if (new Ports(offset).all().values().stream().allMatch(Commands::isFree)) {
                return offset;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean isFree(int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
