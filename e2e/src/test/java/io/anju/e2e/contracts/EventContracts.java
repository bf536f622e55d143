package io.anju.e2e.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The schemas and routes of all services, as their folders hold them. */
record EventContracts(List<Route> routes, Map<Reader, JsonNode> told, Map<Reader, JsonNode> read) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROUTE = "anju.outbox.routes.";
    private static final String ENDING = ".schema.json";

    /** Gets every event without a route of its own, for the evidence log; some it acts on besides. */
    private static final String HEARS_ALL = "contract-service";

    /** One subscription. */
    record Route(String producer, String type, String subscriber) {}

    /** A service and an event type. */
    record Reader(String service, String type) implements Comparable<Reader> {
        @Override
        public int compareTo(Reader other) {
            return toString().compareTo(other.toString());
        }
    }

    static Path repository() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("anju"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    static EventContracts read(Path repository) {
        var routes = new ArrayList<Route>();
        var told = new TreeMap<Reader, JsonNode>();
        var read = new TreeMap<Reader, JsonNode>();
        for (var service : services(repository)) {
            var name = service.getFileName().toString();
            routes.addAll(routes(name, service.resolve("src/main/resources/application.properties")));
            told.putAll(schemas(name, service.resolve("src/main/resources/events")));
            read.putAll(schemas(name, service.resolve("src/main/contracts")));
        }
        told.keySet().stream()
                .filter(event -> read.containsKey(new Reader(HEARS_ALL, event.type())))
                .map(event -> new Route(event.service(), event.type(), HEARS_ALL))
                .filter(route -> !routes.contains(route))
                .forEach(routes::add);
        return new EventContracts(routes, told, read);
    }

    List<Reader> readers() {
        return List.copyOf(read.keySet());
    }

    Optional<JsonNode> published(String producer, String type) {
        return Optional.ofNullable(told.get(new Reader(producer, type)));
    }

    Optional<JsonNode> read(String subscriber, String type) {
        return Optional.ofNullable(read.get(new Reader(subscriber, type)));
    }

    static List<Path> services(Path repository) {
        try (Stream<Path> folders = Files.list(repository)) {
            return folders.filter(folder -> folder.getFileName().toString().endsWith("-service"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Route> routes(String producer, Path file) {
        var settings = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            settings.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings.stringPropertyNames().stream()
                .filter(name -> name.startsWith(ROUTE))
                .sorted()
                .flatMap(name -> Stream.of(settings.getProperty(name).split(","))
                        .map(subscriber -> new Route(
                                producer, name.substring(ROUTE.length()).replace("\"", ""), subscriber.trim())))
                .toList();
    }

    private static Map<Reader, JsonNode> schemas(String service, Path folder) {
        var schemas = new TreeMap<Reader, JsonNode>();
        if (!Files.isDirectory(folder)) {
            return schemas;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(ENDING)).toList()) {
                var name = file.getFileName().toString();
                var type = name.substring(0, name.length() - ENDING.length());
                schemas.put(new Reader(service, type), JSON.readTree(file.toFile()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return schemas;
    }
}
