package io.anju.e2e.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.output.ConsoleRender;

/**
 * What a caller of the released document would trip over in the present one.
 *
 * @param released the OpenAPI document of the last release
 * @param present the one of the code
 */
record BreakingChanges(JsonNode released, JsonNode present) {

    List<String> list() throws IOException {
        var breaches = new ArrayList<>(new LostFields(released, present).list());
        var difference = OpenApiCompare.fromContents(comparable(released), comparable(present));
        if (difference.isIncompatible()) {
            var text = new ByteArrayOutputStream();
            new ConsoleRender().render(difference, new OutputStreamWriter(text, StandardCharsets.UTF_8));
            breaches.add(text.toString(StandardCharsets.UTF_8));
        }
        return breaches;
    }

    /** The library sees a changed type in documents of version 3.0 alone; ours use nothing in which 3.1 differs. */
    private static String comparable(JsonNode document) {
        ObjectNode copy = document.deepCopy();
        return copy.put("openapi", "3.0.3").toString();
    }
}
