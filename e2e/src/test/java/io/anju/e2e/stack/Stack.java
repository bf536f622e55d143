package io.anju.e2e.stack;

import io.anju.e2e.client.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole stack, started by {@code ./anju up} beside any other that runs on this machine. */
public final class Stack {

    /** Names the {@code ANJU_HOME} and port offset of a stack that is up already, to try the tests on it: HOME:OFFSET. */
    private static final String ATTACH = System.getProperty("anju.e2e.attach", "");

    private static final int PORT_OFFSET = 20_000;
    private static final int UP_MINUTES = 10;

    private final Path repository;
    private final Path home;

    private final int offset;

    private Stack(Path repository, Path home, int offset) {
        this.repository = repository;
        this.home = home;
        this.offset = offset;
    }

    /** Starts a fresh one and waits until all of it is ready. */
    public static Stack start() {
        if (!ATTACH.isEmpty()) {
            var parts = ATTACH.split(":");
            return new Stack(Repository.root(), Path.of(parts[0]), Integer.parseInt(parts[1]));
        }
        var stack = new Stack(Repository.root(), Repository.root().resolve("e2e/target/stack"), PORT_OFFSET);
        stack.anju("up", "--fresh", "--detach", "--no-training", "--port-offset", String.valueOf(PORT_OFFSET));
        return stack;
    }

    public void stop() {
        if (ATTACH.isEmpty()) {
            anju("down");
        }
    }

    /** What {@code ANJU_HOME} is for it. */
    public Path home() {
        return home;
    }

    /** The public address. */
    public Api gateway() {
        return at(8080);
    }

    public Api sandbox() {
        return at(8090);
    }

    /** A service past the gateway, for tests of what must not pass there. */
    public Api at(int usualPort) {
        return Api.at("http://localhost:" + port(usualPort));
    }

    /** Where something listens that is at this port in a stack of its own. */
    public int port(int usualPort) {
        return usualPort + offset;
    }

    /** The code with which a person of the demonstration staff enrols a first passkey. */
    public Map<String, String> enrolmentCodes() {
        try {
            var file = find("demo-staff.json");
            var people = new com.fasterxml.jackson.databind.ObjectMapper().readTree(file.toFile());
            return java.util.stream.StreamSupport.stream(people.spliterator(), false)
                    .collect(Collectors.toMap(
                            person -> person.path("name").asText(),
                            person -> person.path("enrolmentCode").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The private key of a client of the token endpoint. */
    public Path clientKey(String client) {
        return home.resolve("data/secrets").resolve(client).resolve("client.key.pem");
    }

    /** Ends one service as {@code kill -9} does: at whatever line it is. */
    public void kill(String service) {
        ProcessHandle.allProcesses()
                .filter(process -> isService(process, service))
                .forEach(ProcessHandle::destroyForcibly);
    }

    public void restart(String service) {
        anju("restart", service);
    }

    /** Runs the command as a newcomer would; fails with its output when it fails. */
    public String anju(String... words) {
        var command = new ArrayList<>(List.of(repository.resolve("anju").toString()));
        command.addAll(List.of(words));
        try {
            Files.createDirectories(home);
            var output = home.resolve("anju-" + words[0] + ".out").toFile();
            var builder = new ProcessBuilder(command)
                    .directory(repository.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output);
            builder.environment().put("ANJU_HOME", home.toString());
            var process = builder.start();
            if (!process.waitFor(UP_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            var said = Files.readString(output.toPath());
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", words) + " failed: " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path find(String name) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("data").resolve("secrets"))) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " is not among the stack's secrets"));
        }
    }

    private boolean isService(ProcessHandle process, String service) {
        var words = process.info().arguments().orElse(new String[0]);
        var artifact = repository.resolve(service).resolve("target").toString();
        return Stream.of(words).anyMatch(word -> word.startsWith(artifact));
    }
}
