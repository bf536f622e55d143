package io.anju.contract.template.model;

import org.jspecify.annotations.Nullable;

/**
 * A paragraph or a table of a template; one of the two.
 *
 * @param text with {@code {fields}}
 * @param table the field of type TABLE that is printed here
 */
public record Passage(@Nullable String text, @Nullable String table) {
    /** Either a text or a table. */
    public Passage {
        if ((text == null) == (table == null)) {
            throw new IllegalArgumentException("a passage is a text or a table");
        }
    }
}
