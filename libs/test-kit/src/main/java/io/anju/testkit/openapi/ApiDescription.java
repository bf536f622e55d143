package io.anju.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** An OpenAPI document, asked about single answers. */
record ApiDescription(JsonNode document) {

    private static final String ANY = "{";

    /** Headers that an answer has on purpose, unlike those of the server. */
    private static final List<String> HEADERS = List.of("ETag", "Location");

    private static final Map<String, Pattern> TEMPLATES = new ConcurrentHashMap<>();

    /** What of this answer the document does not say; nothing for an address that it leaves out on purpose. */
    List<String> breaches(String method, String path, int status, JsonNode body) {
        return operation(method, path)
                .map(operation -> breaches(operation.path("responses"), status, body).stream()
                        .map(breach -> method + " " + path + " " + status + ": " + breach)
                        .toList())
                .orElse(List.of());
    }

    /**
     * What of these headers the document does not say, or says and the answer does not have.
     *
     * @param headers the answer's header of a name; absent: null
     */
    List<String> headerBreaches(String method, String path, int status, Function<String, @Nullable String> headers) {
        var declared = operation(method, path)
                .map(operation -> resolved(operation.path("responses").path(String.valueOf(status))));
        if (declared.isEmpty()) {
            return List.of();
        }
        var documented = declared.get().path("headers");
        return Stream.concat(
                        HEADERS.stream().filter(name -> headers.apply(name) != null && !documented.has(name)),
                        documented.properties().stream()
                                .filter(header ->
                                        header.getValue().path("required").asBoolean())
                                .map(Map.Entry::getKey)
                                .filter(name -> headers.apply(name) == null))
                .map(name -> method + " " + path + " " + status + ": not as said of the header " + name)
                .toList();
    }

    /** Whether there is a GET at this path. */
    boolean canBeRead(String path) {
        return operation("GET", path).isPresent();
    }

    private Optional<JsonNode> operation(String method, String path) {
        return document.path("paths").properties().stream()
                .filter(entry -> fits(entry.getKey(), path))
                // Of /loans/{id} and /loans/recent the one that names more.
                .max(java.util.Comparator.comparing(entry ->
                        -entry.getKey().chars().filter(c -> c == ANY.charAt(0)).count()))
                .map(Map.Entry::getValue)
                .map(item -> item.path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject);
    }

    private static boolean fits(String template, String path) {
        return TEMPLATES
                .computeIfAbsent(template, ApiDescription::pattern)
                .matcher(path)
                .matches();
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(
                template.replace(".", "\\.").replaceAll("\\{path}", ".+").replaceAll("\\{[^}]*}", "[^/]+"));
    }

    private List<String> breaches(JsonNode responses, int status, JsonNode body) {
        var response = resolved(
                responses.has(String.valueOf(status))
                        ? responses.path(String.valueOf(status))
                        : status < 500 ? responses.path("no such") : responses.path("default"));
        if (response.isMissingNode()) {
            return List.of("no such status, with " + body.path("code").asText());
        }
        var problem = response.path("content").path("application/problem+json");
        if (status >= 400 && problem.isObject()) {
            var code = body.path("code").asText();
            return problem.path("examples").has(code) ? List.of() : List.of("no such code: " + code);
        }
        var undocumented = new ArrayList<String>();
        compare("", response.path("content").path("application/json").path("schema"), body, undocumented);
        return undocumented;
    }

    private void compare(String where, JsonNode reference, JsonNode value, List<String> undocumented) {
        var schema = resolved(reference);
        if (value.isArray()) {
            value.forEach(item -> compare(where + "[]", schema.path("items"), item, undocumented));
        } else if (value.isObject() && !schema.has("additionalProperties")) {
            value.properties().forEach(field -> {
                var known = property(schema, field.getKey());
                if (known.isMissingNode()) {
                    undocumented.add("no such field: " + where + "/" + field.getKey());
                } else {
                    compare(where + "/" + field.getKey(), known, field.getValue(), undocumented);
                }
            });
        }
    }

    /** A field of the schema itself or of one of those that it is made of. */
    private JsonNode property(JsonNode schema, String name) {
        var own = schema.path("properties").path(name);
        if (!own.isMissingNode()) {
            return own;
        }
        return List.of("allOf", "anyOf", "oneOf").stream()
                .flatMap(kind -> StreamSupport.stream(schema.path(kind).spliterator(), false))
                .map(part -> property(resolved(part), name))
                .filter(found -> !found.isMissingNode())
                .findFirst()
                .orElse(own);
    }

    private JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.startsWith("#/") ? document.at(reference.substring(1)) : node;
    }
}
