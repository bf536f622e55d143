package io.anju.e2e.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fields that a request could carry or an answer carried, and does no longer: requests with unknown fields are refused,
 * and a reader misses what it read. The comparing library takes only the loss of a required one for a break.
 */
record LostFields(JsonNode released, JsonNode present) {

    List<String> list() {
        var lost = new ArrayList<String>();
        for (var path : released.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var now = present.path("paths").path(path.getKey()).path(operation.getKey());
                if (now.isObject()) {
                    compare(operation.getKey() + " " + path.getKey(), operation.getValue(), now, new HashSet<>(), lost);
                }
            }
        }
        return lost;
    }

    /** Goes down both sides together, through whatever leads to a schema. */
    private void compare(String where, JsonNode before, JsonNode after, Set<String> seen, List<String> lost) {
        var reference = before.path("$ref").asText();
        if (!reference.isEmpty() && !seen.add(reference)) {
            return;
        }
        var old = resolved(released, before);
        var now = resolved(present, after);
        for (var member : old.properties()) {
            var name = where + "/" + member.getKey();
            var there = now.path(member.getKey());
            if (member.getKey().equals("properties")) {
                member.getValue().fieldNames().forEachRemaining(field -> {
                    if (!there.has(field)) {
                        lost.add(where + "/" + field + " is gone");
                    }
                });
            }
            if (there.isObject() && !member.getKey().equals("examples")) {
                compare(name, member.getValue(), there, seen, lost);
            }
        }
        if (!reference.isEmpty()) {
            seen.remove(reference);
        }
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.startsWith("#/") ? document.at(reference.substring(1)) : node;
    }
}
