package io.anju.launcher.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The {@code kubectl} of this machine: found is not enough, since one before 1.25 cannot render {@code k8s/}. As a program,
 * for {@code ./anju test}: prints what is lacking, or nothing.
 */
final class Kubectl {

    private static final int LEAST_MINOR = 25;
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String INSTALL =
            "kubectl 1." + LEAST_MINOR + " or later (Debian 13: kubernetes-client, Homebrew: kubernetes-cli)";

    private static final Pattern MAJOR = Pattern.compile("\"major\":\\s*\"(\\d{1,4})");
    private static final Pattern MINOR = Pattern.compile("\"minor\":\\s*\"(\\d{1,4})");

    private Kubectl() {}

    /** Prints one line when {@code kubectl} is missing or too old. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var program = Programs.find("kubectl");
        var lack = program.isEmpty() ? Optional.of(INSTALL) : findLack(program.get());
        lack.ifPresent(System.out::println);
    }

    /** Why this one will not do, in one line. */
    static Optional<String> findLack(Path program) throws IOException, InterruptedException {
        return findLack(program, LIMIT);
    }

    static Optional<String> findLack(Path program, Duration limit) throws IOException, InterruptedException {
        var answer = Files.createTempFile("anju-kubectl", ".json");
        try {
            // "--client": else it asks a cluster, which may be away.
            var asked = new ProcessBuilder(program.toString(), "version", "--client", "--output=json")
                    .redirectOutput(answer.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!asked.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                asked.destroyForcibly().waitFor();
                return Optional.of(
                        "%s; %s did not tell its version within %d s".formatted(INSTALL, program, limit.toSeconds()));
            }
            return judge(program, Files.readString(answer, StandardCharsets.ISO_8859_1));
        } finally {
            Files.delete(answer);
        }
    }

    private static Optional<String> judge(Path program, String answer) {
        var major = MAJOR.matcher(answer);
        var minor = MINOR.matcher(answer);
        if (!major.find() || !minor.find()) {
            return Optional.of("%s; %s does not tell its version".formatted(INSTALL, program));
        }
        int first = Integer.parseInt(major.group(1));
        int second = Integer.parseInt(minor.group(1));
        return first > 1 || (first == 1 && second >= LEAST_MINOR)
                ? Optional.empty()
                : Optional.of("%s; %s is %d.%d".formatted(INSTALL, program, first, second));
    }
}
