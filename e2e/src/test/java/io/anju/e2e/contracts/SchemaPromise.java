package io.anju.e2e.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Whether what a producer promises is enough for what a consumer reads.
 *
 * @param told the producer's schema
 * @param read the consumer's trimmed copy
 */
record SchemaPromise(JsonNode told, JsonNode read) {

    List<String> breaches() {
        var breaches = new ArrayList<String>();
        compare("", told, read, breaches);
        return breaches;
    }

    private static void compare(String path, JsonNode told, JsonNode read, List<String> breaches) {
        for (var field : read.path("properties").properties()) {
            var name = path + "/" + field.getKey();
            var promised = told.path("properties").path(field.getKey());
            if (promised.isMissingNode()) {
                breaches.add(name + " is read but never told");
                continue;
            }
            if (names(read).contains(field.getKey()) && !names(told).contains(field.getKey())) {
                breaches.add(name + " is needed but not always told");
            }
            compareField(name, promised, field.getValue(), breaches);
        }
    }

    private static void compareField(String name, JsonNode told, JsonNode read, List<String> breaches) {
        if (read.has("type") && !read.path("type").equals(told.path("type"))) {
            breaches.add(name + " is read as " + read.path("type") + " but told as " + told.path("type"));
        }
        if (read.has("enum")) {
            var known = texts(read.path("enum"));
            texts(told.path("enum")).stream()
                    .filter(value -> !known.contains(value))
                    .forEach(value -> breaches.add(name + " may be " + value + ", which is not understood"));
        }
        compare(name, told, read, breaches);
        if (read.has("items")) {
            compare(name + "[]", told.path("items"), read.path("items"), breaches);
        }
    }

    private static List<String> names(JsonNode schema) {
        return texts(schema.path("required"));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
