package io.anju.e2e.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who calls whom over HTTP, held against the pacts: a service that calls another keeps a pact with it, which its own
 * test plays to it and the provider's test verifies.
 */
class HttpContractsTest {

    private static final Pattern SERVICE = Pattern.compile("\"([a-z]+-service)\"");

    private final Path repository = EventContracts.repository();

    @Test
    void everyCallBetweenServicesHasAPactAndEveryPactACall() {
        var calls = new TreeSet<String>();
        var pacts = new TreeSet<String>();
        for (var service : EventContracts.services(repository)) {
            calls(service).forEach(provider -> calls.add(service.getFileName() + "-" + provider + ".json"));
            pacts.addAll(pacts(service));
        }
        // Tokens and keys: what every service asks of identity, by the kit.
        calls.add("service-kit-identity-service.json");

        assertFalse(calls.isEmpty());
        assertEquals(calls, pacts);
    }

    /** The services that this one names where it calls others. */
    private static Set<String> calls(Path service) {
        try (var files = Files.walk(service.resolve("src/main/java"))) {
            var called = new TreeSet<String>();
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(HttpContractsTest::text)
                    .filter(text -> text.contains("io.anju.kit.client.Remotes"))
                    .forEach(text -> SERVICE.matcher(text).results().forEach(found -> called.add(found.group(1))));
            return called;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> pacts(Path service) {
        var folder = service.resolve("src/test/resources/pacts");
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(java.util.stream.Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
