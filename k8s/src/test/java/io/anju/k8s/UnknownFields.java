package io.anju.k8s;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Fields that the API does not know: the model keeps them aside instead of failing, wherever they stand, so that a
 * misspelt {@code readinessProb} would be ignored in a cluster and nobody would notice.
 */
final class UnknownFields {

    private static final String MODEL = "io.fabric8.kubernetes.api.model";

    private UnknownFields() {}

    /** Paths of unknown fields below an object. */
    static List<String> in(Object object) {
        List<String> found = new ArrayList<>();
        walk(object, object.getClass().getSimpleName(), found);
        return found;
    }

    private static void walk(Object value, String path, List<String> found) {
        switch (value) {
            case null -> {
                // A field that is not set.
            }
            case Collection<?> items -> {
                int index = 0;
                for (Object item : items) {
                    walk(item, path + "[" + index++ + "]", found);
                }
            }
            case Map<?, ?> entries -> entries.forEach((key, entry) -> walk(entry, path + "." + key, found));
            default -> {
                if (value.getClass().getPackageName().startsWith(MODEL)) {
                    properties(value, path, found);
                }
            }
        }
    }

    private static void properties(Object object, String path, List<String> found) {
        try {
            for (PropertyDescriptor property :
                    Introspector.getBeanInfo(object.getClass(), Object.class).getPropertyDescriptors()) {
                if (property.getReadMethod() == null) {
                    continue;
                }
                Object value = property.getReadMethod().invoke(object);
                if (property.getName().equals("additionalProperties") && value instanceof Map<?, ?> unknown) {
                    unknown.keySet().forEach(name -> found.add(path + "." + name));
                } else {
                    walk(value, path + "." + property.getName(), found);
                }
            }
        } catch (IntrospectionException | ReflectiveOperationException broken) {
            throw new AssertionError("cannot read " + path, broken);
        }
    }
}
