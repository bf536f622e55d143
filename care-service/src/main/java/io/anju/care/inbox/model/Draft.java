package io.anju.care.inbox.model;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A message about to be put into an inbox.
 *
 * @param fields exactly the template's fields, in canonical form (see {@link FieldType#canonical})
 */
public record Draft(Template template, Map<String, Object> fields) {

    public Draft {
        if (!fields.keySet().equals(template.fields().keySet())) {
            throw new IllegalArgumentException(
                    template + " takes " + template.fields().keySet());
        }
        fields = Map.copyOf(fields);
    }

    /**
     * The template filled from a fact; members of the fact that the template does not name are left out.
     *
     * @throws IllegalArgumentException when a field is missing or not of its type
     */
    public static Draft of(Template template, Map<String, ?> fact) {
        var fields = new TreeMap<String, Object>();
        template.fields().forEach((name, type) -> fields.put(name, type.canonical(required(template, fact, name))));
        return new Draft(template, fields);
    }

    private static Object required(Template template, Map<String, ?> fact, String name) {
        return Optional.<Object>ofNullable(fact.get(name))
                .orElseThrow(() -> new IllegalArgumentException(template + " lacks " + name));
    }
}
