package io.anju.k8s;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What a cluster gets when an overlay is applied.
 *
 * @param name folder under {@code overlays}
 * @param objects in the order of {@code kubectl kustomize}
 */
record Overlay(String name, List<HasMetadata> objects) {

    static final List<String> SERVICES = List.of(
            "identity-service", "loan-service", "contract-service", "repayment-service", "care-service", "gateway");

    private static final Map<String, Overlay> RENDERED = new ConcurrentHashMap<>();

    /** Every overlay there is. */
    static Stream<Overlay> all() {
        try (Stream<Path> folders = Files.list(Path.of("overlays"))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream()
                    .map(Overlay::named);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Overlay named(String name) {
        return RENDERED.computeIfAbsent(name, Overlay::render);
    }

    private static Overlay render(String name) {
        String yaml = kustomize(Path.of("overlays", name));
        List<HasMetadata> objects = Arrays.stream(yaml.split("(?m)^---$"))
                .filter(document -> !document.isBlank())
                .map(document -> (HasMetadata) Serialization.unmarshal(document))
                .toList();
        return new Overlay(name, objects);
    }

    private static String kustomize(Path folder) {
        try {
            Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                    .redirectError(ProcessBuilder.Redirect.PIPE)
                    .start();
            Thread.Builder reader = Thread.ofVirtual();
            StringBuilder errors = new StringBuilder();
            Thread errorReader = reader.start(() -> errors.append(text(kubectl.getErrorStream())));
            String yaml = text(kubectl.getInputStream());
            int status = kubectl.waitFor();
            errorReader.join();
            if (status != 0) {
                throw new AssertionError(
                        "kubectl kustomize " + folder + " failed (kubectl 1.25 or later is needed): " + errors);
            }
            return yaml;
        } catch (IOException missing) {
            // Its own words would only hide this line.
            throw new AssertionError(
                    "kubectl is missing: install it (Debian: kubernetes-client, Homebrew: kubernetes-cli)");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Objects of a kind. */
    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The object of a kind with that name, whatever suffix a generator gave it. */
    <T extends HasMetadata> T get(Class<T> kind, String name) {
        return all(kind).stream()
                .filter(object -> object.getMetadata().getName().matches(name + "(-[a-z0-9]{10})?"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(this.name + " has no " + kind.getSimpleName() + " " + name));
    }

    @Override
    public String toString() {
        return name;
    }
}
