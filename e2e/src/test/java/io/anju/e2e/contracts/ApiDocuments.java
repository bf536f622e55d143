package io.anju.e2e.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads OpenAPI documents. */
final class ApiDocuments {

    private ApiDocuments() {}

    /** By SnakeYAML itself: Jackson's reader takes a time of day such as 13:45:30.5 for a number and stumbles over it. */
    static JsonNode read(Path file) throws IOException {
        try (var in = Files.newBufferedReader(file)) {
            return tree(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        }
    }

    static JsonNode read(String text) {
        return tree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }

    private static JsonNode tree(Object document) {
        return new ObjectMapper().valueToTree(document);
    }
}
