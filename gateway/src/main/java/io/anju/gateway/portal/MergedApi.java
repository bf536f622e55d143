package io.anju.gateway.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * The services' OpenAPI documents as one. Paths keep their names and those that the gateway does not route to that service are left out; schemas and other
 * components are renamed to {@code service.Name}, so that two services may each have an {@code Item}.
 */
final class MergedApi {
    private static final String REFERENCE = "#/components/";

    private MergedApi() {}

    /**
     * Merges documents by service.
     *
     * @param documents by short name of the service
     * @param missing services whose document could not be had
     * @param routed is this path of this service one that callers can reach?
     */
    static ObjectNode merge(
            Map<String, JsonNode> documents,
            List<String> missing,
            String publicUrl,
            BiPredicate<String, String> routed) {
        var whole = JsonNodeFactory.instance.objectNode();
        whole.put("openapi", "3.1.0");
        whole.putObject("info")
                .put("title", "Anju")
                .put("version", "1")
                .put("description", "The whole API, as its services describe it.");
        whole.putArray("servers").addObject().put("url", publicUrl);
        var paths = whole.putObject("paths");
        var components = whole.putObject("components");
        documents.forEach((service, document) -> {
            document.path("paths").properties().stream()
                    .filter(path -> routed.test(service, path.getKey()))
                    .forEach(path -> paths.set(path.getKey(), tagged(renamed(path.getValue(), service), service)));
            document.path("components")
                    .properties()
                    .forEach(kind -> kind.getValue()
                            .properties()
                            .forEach(component -> components
                                    .withObjectProperty(kind.getKey())
                                    .set(service + '.' + component.getKey(), renamed(component.getValue(), service))));
        });
        var absent = whole.putArray("x-missing");
        missing.forEach(absent::add);
        return whole;
    }

    /** A copy in which every reference to a component names the service's own. */
    private static JsonNode renamed(JsonNode node, String service) {
        if (node.isObject()) {
            var copy = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(member -> copy.set(
                            member.getKey(),
                            switch (member.getKey()) {
                                case "$ref" -> reference(member.getValue(), service);
                                case "security" -> schemes(member.getValue(), service);
                                default -> renamed(member.getValue(), service);
                            }));
            return copy;
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(renamed(element, service)));
            return copy;
        }
        return node;
    }

    private static JsonNode reference(JsonNode reference, String service) {
        var text = reference.asText();
        var name = text.lastIndexOf('/') + 1;
        return text.startsWith(REFERENCE)
                ? JsonNodeFactory.instance.textNode(text.substring(0, name) + service + '.' + text.substring(name))
                : reference;
    }

    /** An operation names its security schemes without a reference. */
    private static JsonNode schemes(JsonNode requirements, String service) {
        var copy = JsonNodeFactory.instance.arrayNode();
        requirements.forEach(requirement -> {
            var schemes = copy.addObject();
            requirement.properties().forEach(scheme -> schemes.set(service + '.' + scheme.getKey(), scheme.getValue()));
        });
        return copy;
    }

    private static JsonNode tagged(JsonNode path, String service) {
        path.forEach(operation -> {
            if (operation instanceof ObjectNode fields && fields.has("responses")) {
                fields.putArray("tags").add(service);
            }
        });
        return path;
    }
}
