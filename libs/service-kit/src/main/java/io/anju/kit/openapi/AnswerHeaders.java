package io.anju.kit.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * The headers that answers carry: {@code Location} where something was made, {@code ETag} of whatever an
 * {@code If-Match} is heeded about.
 *
 * <p>What has a tag follows from who heeds one: an act at {@code /agencies/{id}/vetting} is about the agency, so that
 * {@code GET /agencies/{id}} answers with its tag. Tests hold both against what is sent (test-kit, DocumentedAnswers).
 */
final class AnswerHeaders {

    private static final String ETAG = "ETag";
    private static final String VERSION =
            "The version of the resource; send it as If-Match with what follows from this copy";
    private static final String VERSION_AFTER =
            "The resource's version now; absent where the answer is about something else";
    private static final List<String> MADE = List.of("201", "202");

    private final Map<String, PathItem> paths;

    AnswerHeaders(Map<String, PathItem> paths) {
        this.paths = paths;
    }

    void show(Doors doors) {
        var tagged = new TreeSet<String>();
        paths.forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
            MADE.forEach(status ->
                    add(operation, status, "Location", "Where it can be read; absent where it cannot", false));
            doors.find(method + " " + path).filter(Door::heedsIfMatch).ifPresent(door -> {
                showAfter(operation);
                get(path).ifPresent(here -> add(here, "200", ETAG, VERSION, false));
                resource(path, door).ifPresent(tagged::add);
                if (door.needsIfMatch()) {
                    showOnTheWay(path, door);
                }
            });
        }));
        tagged.forEach(this::showResource);
    }

    /** The path of the resource that an If-Match at this one is about, as the document names its parameters. */
    private Optional<String> resource(String path, Door door) {
        var parameter = "{" + door.taggedBy() + "}";
        if (!path.contains(parameter)) {
            return Optional.empty();
        }
        var wanted = nameless(path.substring(0, path.indexOf(parameter) + parameter.length()));
        return paths.keySet().stream()
                .filter(known -> nameless(known).equals(wanted) && get(known).isPresent())
                .findFirst();
    }

    private void showResource(String path) {
        get(path).ifPresent(operation -> add(operation, "200", ETAG, VERSION, true));
        var collection = Optional.ofNullable(paths.get(path.substring(0, path.lastIndexOf('/'))));
        collection
                .map(item -> item.getOperations().get(HttpMethod.POST))
                .ifPresent(operation -> add(operation, "201", ETAG, VERSION_AFTER, false));
    }

    /** An act that does nothing without a tag is reached from what shows one: {@code …/unlinking} for its settlement. */
    private void showOnTheWay(String path, Door door) {
        var before = path.substring(0, path.lastIndexOf('/'));
        if (!before.contains("{" + door.taggedBy() + "}")) {
            return;
        }
        Optional.ofNullable(paths.get(before))
                .ifPresent(item -> item.getOperations()
                        .values()
                        .forEach(operation -> add(operation, "200", ETAG, VERSION, false)));
    }

    /** An act that makes something, 201, answers with what it made instead. */
    private static void showAfter(Operation operation) {
        add(operation, "200", ETAG, VERSION_AFTER, false);
    }

    private Optional<Operation> get(String path) {
        return Optional.ofNullable(paths.get(path))
                .map(item -> item.getOperations().get(HttpMethod.GET));
    }

    private static void add(Operation operation, String status, String name, String words, boolean always) {
        APIResponse response = operation.getResponses().getAPIResponse(status);
        if (response == null || response.getRef() != null) {
            return;
        }
        if (response.getHeaders() != null && response.getHeaders().containsKey(name) && !always) {
            return;
        }
        var header = OASFactory.createHeader()
                .description(words)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
        if (always) {
            header.required(true);
        }
        response.addHeader(name, header);
    }

    private static String nameless(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
