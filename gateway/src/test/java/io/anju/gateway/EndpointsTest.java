package io.anju.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.gateway.routing.Routes;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The services' own tables of endpoints, held against the gateway's: what a service offers to people can be reached, by those it is for. */
@QuarkusTest
@WithTestResource(Neighbours.class)
class EndpointsTest {
    private static final List<String> BEHIND = List.of("/internal", "/callbacks", "/q");

    private record Endpoint(String service, String method, String path, List<String> callers) {

        /** Whether it lies at or below a prefix, in which {@code *} stands for any one segment. */
        boolean isBelow(String prefix) {
            var own = path.split("/");
            var wanted = prefix.split("/");
            return wanted.length <= own.length
                    && IntStream.range(0, wanted.length)
                            .allMatch(i -> wanted[i].equals("*") || wanted[i].equals(own[i]));
        }
    }

    @Inject
    private Routes routes;

    @Inject
    private GatewayConfig config;

    @Test
    void whatAServiceOffersCanBeReachedByThoseItIsFor() throws IOException {
        var unreachable = new ArrayList<String>();
        for (var endpoint : endpoints()) {
            var route = routes.find(endpoint.method(), endpoint.path());
            var reached = route.filter(r -> r.service().equals(endpoint.service()))
                    .filter(r -> r.open() || r.door().roles().containsAll(endpoint.callers()));
            if (reached.isEmpty()) {
                unreachable.add(endpoint + " but " + route);
            }
        }

        assertEquals(List.of(), unreachable);
    }

    /** A route with nothing behind it promises what nobody keeps. */
    @Test
    void everyRouteLeadsToAnEndpointOfItsService() throws IOException {
        var endpoints = endpoints();
        var leadNowhere = new ArrayList<String>();
        config.services()
                .forEach((name, service) -> service.paths().stream()
                        .filter(prefix ->
                                endpoints.stream().noneMatch(e -> e.service().equals(name) && e.isBelow(prefix)))
                        .forEach(prefix -> leadNowhere.add(name + " " + prefix)));

        assertEquals(List.of(), leadNowhere);
    }

    @Test
    void everyRuleIsAboutAnEndpoint() throws IOException {
        var endpoints = endpoints();
        var rules = Stream.of(
                        config.open().values().stream().flatMap(Set::stream),
                        config.doors().values().stream().flatMap(door -> door.paths().stream()),
                        config.classes().values().stream().flatMap(rule -> rule.paths().stream()),
                        config.home().parts().values().stream()
                                .map(part -> part.path().replaceFirst("\\?.*", "")))
                .flatMap(paths -> paths);

        assertEquals(
                List.of(),
                rules.filter(path -> endpoints.stream().noneMatch(e -> e.isBelow(path)))
                        .toList());
    }

    @Test
    void whatServicesTellEachOtherCannotBeReached() {
        BEHIND.forEach(path -> assertTrue(routes.find("POST", path + "/7").isEmpty(), path));
    }

    private static List<Endpoint> endpoints() throws IOException {
        var found = new ArrayList<Endpoint>();
        try (var folders = Files.newDirectoryStream(Path.of(".."), "*-service")) {
            for (var folder : folders) {
                var table = folder.resolve("endpoints.md");
                var service = folder.getFileName().toString();
                assertTrue(Files.exists(table), service + " does not say who may call it");
                Files.readAllLines(table).stream()
                        .map(line -> line.split("\\|"))
                        .filter(cells -> cells.length > 3 && cells[2].contains("`/"))
                        .map(cells -> endpoint(service, cells))
                        .filter(e -> BEHIND.stream().noneMatch(e.path()::startsWith))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Endpoint endpoint(String service, String[] cells) {
        var path =
                cells[2].strip().replace("`", "").replace("{service}", service).replaceAll("\\{[^}]*}", "7");
        var callers = Arrays.stream(cells[3].split(","))
                .map(String::strip)
                .filter(role -> !role.equals("service"))
                .toList();
        return new Endpoint(service.replace("-service", ""), cells[1].strip(), path, callers);
    }
}
