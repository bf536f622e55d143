package io.anju.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be known of an image without building it: that it fits the manifests that run it. */
class DockerfileTest {

    private static Stream<Path> dockerfiles() {
        return Stream.concat(
                Overlay.SERVICES.stream()
                        .flatMap(service -> Stream.of("Dockerfile.jvm", "Dockerfile.native")
                                .map(file -> Path.of("..", service, "src", "main", "docker", file))),
                Stream.of(Path.of("..", "sandbox", "src", "main", "docker", "Dockerfile.jvm")));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void runsAsTheUserOfTheManifestsOnANamedBase(Path dockerfile) throws IOException {
        List<String> lines = Files.readAllLines(dockerfile);
        assertEquals(
                List.of("USER 10001:10001"),
                lines.stream().filter(line -> line.startsWith("USER")).toList());
        List<String> bases =
                lines.stream().filter(line -> line.startsWith("FROM ")).toList();
        assertFalse(bases.isEmpty());
        for (String base : bases) {
            assertTrue(base.matches("FROM [a-z0-9.]+/\\S+:\\S*[0-9]\\S*"), base);
        }
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void listensWhereTheManifestsLook(Path dockerfile) throws IOException {
        String text = Files.readString(dockerfile);
        boolean sandbox = dockerfile.startsWith(Path.of("..", "sandbox"));
        assertTrue(text.contains(sandbox ? "EXPOSE 8090" : "EXPOSE 8080"));
        assertTrue(text.contains("_HOST=0.0.0.0"));
    }
}
