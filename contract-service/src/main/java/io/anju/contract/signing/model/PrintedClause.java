package io.anju.contract.signing.model;

import io.anju.contract.template.model.FieldValue;
import io.anju.contract.template.model.Filling;
import io.anju.contract.template.model.Template;
import io.anju.contract.template.model.Text;
import java.util.List;
import java.util.Map;

/**
 * A clause as it stands in one contract.
 *
 * @param text filled in
 */
public record PrintedClause(String id, boolean important, Text heading, String text) {

    /** All clauses of a template with its fields filled in. */
    public static List<PrintedClause> all(Template template, Map<String, FieldValue> values) {
        return template.clauses().stream()
                .map(clause -> new PrintedClause(
                        clause.id(),
                        clause.important(),
                        clause.heading(),
                        Filling.clauseText(template, clause.id(), values)))
                .toList();
    }
}
