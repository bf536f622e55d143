package io.anju.launcher.tool;

import io.anju.launcher.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./anju doctor}: what this machine has for running, testing and building Anju. Arguments: the state folder, and the
 * path of a browser or nothing.
 */
final class Doctor {

    private static final long SPACE_NEEDED = 3L << 30;

    private final List<String> lacking = new ArrayList<>();

    private Doctor() {}

    /** Exits with 0 when nothing is lacking for running and testing. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var doctor = new Doctor();
        doctor.look(Path.of(arguments[0]), arguments[1]);
        System.out.println(
                doctor.lacking.isEmpty()
                        ? "nothing is lacking for ./anju up and ./anju test"
                        : "lacking: " + String.join(", ", doctor.lacking));
        System.exit(doctor.lacking.isEmpty() ? 0 : 1);
    }

    private void look(Path state, String browser) throws IOException, InterruptedException {
        has("JDK " + Runtime.version().feature(), System.getProperty("java.home"));
        has("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        disk(state);
        ports(Files.exists(state.resolve("run/ready")));
        program("pdfsig", "checks seals in the tests; Debian poppler-utils, Homebrew poppler", true);
        program("kubectl", "renders k8s/ in the tests; Debian 13 kubernetes-client, Homebrew kubernetes-cli", true);
        kubectlVersion();
        browser(browser);
        program("curl", "follows docs/journey.md, in the tests and by hand", true);
        program("psql", "looks into the databases by hand", false);
        graal();
    }

    private void disk(Path state) {
        Path there = state;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        long free = there.toFile().getUsableSpace();
        has("free disk", (free >> 20) + " MiB at " + there);
        if (free < SPACE_NEEDED) {
            lacking.add("disk space (" + (SPACE_NEEDED >> 20) + " MiB)");
        }
    }

    private void ports(boolean stackIsUp) {
        if (stackIsUp) {
            has("ports", "in use by this stack, which is up");
            return;
        }
        new Ports(0).all().forEach((name, port) -> {
            if (isTaken(port)) {
                lacking.add("port " + port + " for " + name + " (or ./anju up --port-offset 100)");
            }
        });
    }

    private static boolean isTaken(int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return !probe.isBound();
        } catch (IOException taken) {
            return true;
        }
    }

    private void program(String name, String purpose, boolean needed) {
        var found = Programs.find(name);
        if (found.isPresent()) {
            has(name, found.get().toString());
            return;
        }
        has(name, "not found (" + purpose + ")");
        if (needed) {
            lacking.add(name);
        }
    }

    private void kubectlVersion() throws IOException, InterruptedException {
        var program = Programs.find("kubectl");
        if (program.isPresent()) {
            Kubectl.findLack(program.get()).ifPresent(lacking::add);
        }
    }

    /** Found by the script, which finds it for the tests too. */
    private void browser(String found) {
        var lack = "not found (drives pages in the tests; Debian chromium, Homebrew google-chrome, or ANJU_BROWSER)";
        has("browser", found.isEmpty() ? lack : found);
        if (found.isEmpty()) {
            lacking.add("a browser");
        }
    }

    private static void graal() {
        String home = System.getenv("GRAALVM_HOME");
        has("GraalVM", home == null ? "not found (only ./anju native needs it)" : home);
    }

    private static void has(String what, String detail) {
        System.out.printf("%-12s %s%n", what, detail);
    }
}
