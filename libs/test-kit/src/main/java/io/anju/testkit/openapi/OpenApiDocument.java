package io.anju.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.anju.testkit.KeptFile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The OpenAPI document that each service keeps beside its code in {@code openapi.yaml}, as the running service serves it
 * and held against it: a change of the wire shows in review.
 */
public final class OpenApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RESOURCES = Path.of("src/main/resources");

    private OpenApiDocument() {}

    /**
     * Fails when the kept document differs from the served one (with {@code -Danju.update} it is written instead), when a
     * problem code of the service has no place in it, what is said of a field has no words, when a request body has no
     * example, or an example is not what its schema says.
     */
    public static void check() {
        KeptFile.hold(Path.of("openapi.yaml"), served("yaml"));
        try {
            var breaches = breaches(JSON.readTree(served("json")));
            breaches.addAll(codesWithoutPlace());
            breaches.addAll(FieldWords.missing(Path.of("src/main/java")));
            if (!breaches.isEmpty()) {
                throw new AssertionError("openapi.yaml is not whole: " + breaches);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String served(String format) {
        return RestAssured.given()
                .noFilters()
                .queryParam("format", format)
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    static List<String> breaches(JsonNode document) {
        var breaches = new ArrayList<String>();
        requestSchemas(document)
                .filter(name -> schema(document, name).path("examples").isEmpty())
                .forEach(name -> breaches.add(name + " is asked for and has no example"));
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("examples")
                        .forEach(example -> violations(document, schema.getKey(), example)
                                .forEach(violation ->
                                        breaches.add("the example of " + schema.getKey() + ": " + violation))));
        return breaches;
    }

    private static Stream<String> requestSchemas(JsonNode document) {
        return document.path("paths").findValues("requestBody").stream()
                .map(body -> body.at("/content/application~1json/schema/$ref").asText())
                .filter(reference -> !reference.isEmpty())
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .distinct();
    }

    private static JsonNode schema(JsonNode document, String name) {
        return document.at("/components/schemas").path(name);
    }

    private static List<String> violations(JsonNode document, String name, JsonNode example) {
        var schema = JSON.createObjectNode().put("$ref", "#/components/schemas/" + name);
        schema.set("components", document.path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(example)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> codesWithoutPlace() throws IOException {
        var places =
                properties(RESOURCES.resolve("openapi/refusals.properties")).stringPropertyNames();
        return new TreeSet<>(
                        properties(RESOURCES.resolve("problems_en.properties")).stringPropertyNames())
                .stream()
                        .filter(key -> key.endsWith(".title"))
                        .map(key -> key.substring(0, key.length() - ".title".length()))
                        .filter(code -> !places.contains(code))
                        .map(code -> code + " is not in refusals.properties")
                        .toList();
    }

    private static Properties properties(Path file) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return properties;
    }
}
