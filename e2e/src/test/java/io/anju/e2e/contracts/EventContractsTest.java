package io.anju.e2e.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.anju.kit.event.Producers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Who tells what to whom, held against each other: a producer publishes a schema for each of its events; a consumer
 * keeps a trimmed copy with only the fields that it reads.
 */
class EventContractsTest {

    private static final String SOURCE = "anju.inbox.sources.";

    private final EventContracts contracts = EventContracts.read(EventContracts.repository());

    @Test
    void someoneTellsSomething() {
        assertFalse(contracts.routes().isEmpty());
    }

    @Test
    void everyEventThatIsRoutedHasASchema() {
        var missing = contracts.routes().stream()
                .filter(route ->
                        contracts.published(route.producer(), route.type()).isEmpty())
                .map(Object::toString)
                .toList();

        assertEquals(List.of(), missing);
    }

    @Test
    void everySubscriberSaysWhatItReads() {
        var missing = contracts.routes().stream()
                .filter(route ->
                        contracts.read(route.subscriber(), route.type()).isEmpty())
                .map(Object::toString)
                .toList();

        assertEquals(List.of(), missing);
    }

    @Test
    void nobodyReadsWhatNobodyTells() {
        var unheard = contracts.readers().stream()
                .filter(reader -> contracts.routes().stream()
                        .noneMatch(route -> route.subscriber().equals(reader.service())
                                && route.type().equals(reader.type())))
                .map(Object::toString)
                .toList();

        assertEquals(List.of(), unheard);
    }

    /** By the kit's own table: whoever publishes a type may tell it, and nobody else. */
    @Test
    void everyTypeIsTakenFromThoseWhoPublishItAlone() throws IOException {
        var repository = EventContracts.repository();
        var producers = producers(repository);
        var types = contracts.told().keySet().stream()
                .map(EventContracts.Reader::type)
                .collect(Collectors.toCollection(TreeSet::new));
        var breaches = new ArrayList<String>();
        for (var service : EventContracts.services(repository)) {
            var name = service.getFileName().toString();
            for (var type : types) {
                if (producers.mayTell(name, type)
                        != contracts.published(name, type).isPresent()) {
                    breaches.add(name + ": " + type);
                }
            }
        }

        assertEquals(List.of(), breaches);
    }

    /** A service that takes events from others than the kit's table says would be a hole that no other test sees. */
    @Test
    void noServiceHasATableOfItsOwn() throws IOException {
        for (var service : EventContracts.services(EventContracts.repository())) {
            var settings = settings(service.resolve("src/main/resources/application.properties"));
            assertEquals(
                    List.of(),
                    settings.stringPropertyNames().stream()
                            .filter(name -> name.contains("anju.inbox.sources"))
                            .toList());
        }
    }

    private static Producers producers(Path repository) throws IOException {
        var defaults = "libs/service-kit/src/main/resources/META-INF/microprofile-config.properties";
        var settings = settings(repository.resolve(defaults));
        return new Producers(settings.stringPropertyNames().stream()
                .filter(name -> name.startsWith(SOURCE))
                .collect(Collectors.toMap(
                        name -> name.substring(SOURCE.length()).replace("\"", ""),
                        name -> List.of(settings.getProperty(name).split(",")))));
    }

    private static Properties settings(Path file) throws IOException {
        var settings = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            settings.load(in);
        }
        return settings;
    }

    @Test
    void everyFieldThatIsReadIsToldAsItIsRead() {
        var breaches = new ArrayList<String>();
        for (var route : contracts.routes()) {
            var told = contracts.published(route.producer(), route.type());
            var read = contracts.read(route.subscriber(), route.type());
            if (told.isPresent() && read.isPresent()) {
                new SchemaPromise(told.get(), read.get())
                        .breaches()
                        .forEach(breach -> breaches.add(route + ": " + breach));
            }
        }

        assertEquals(List.of(), breaches);
    }
}
