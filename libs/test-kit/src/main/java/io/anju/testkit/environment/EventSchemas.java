package io.anju.testkit.environment;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas that a service publishes for its events, at {@code events/TYPE.schema.json} among its resources. */
final class EventSchemas {

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final Map<String, Optional<JsonSchema>> byType = new ConcurrentHashMap<>();

    /** What is wrong with an event's data, in words; empty when nothing is. */
    List<String> violations(String type, JsonNode data) {
        return byType.computeIfAbsent(type, this::load)
                .map(schema -> schema.validate(data).stream()
                        .map(message -> type + " " + message)
                        .toList())
                .orElse(List.of(type + " has no schema"));
    }

    private Optional<JsonSchema> load(String type) {
        var loader = EventSchemas.class.getClassLoader();
        return Optional.ofNullable(loader.getResourceAsStream("events/" + type + ".schema.json"))
                .map(factory::getSchema);
    }
}
