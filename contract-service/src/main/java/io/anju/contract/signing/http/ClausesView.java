package io.anju.contract.signing.http;

import io.anju.contract.signing.model.ClauseReading;
import io.anju.contract.signing.model.PrintedClause;
import io.anju.contract.template.model.Clause;
import io.anju.contract.template.model.Question;
import io.anju.contract.template.model.Template;
import io.anju.contract.template.model.Text;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A contract clause by clause, with what is asked about the important ones. */
@RegisterForReflection
@Schema(name = "Clauses")
public record ClausesView(List<Item> items) {
    /**
     * A clause.
     *
     * @param important must be confirmed before signing
     * @param question what is asked about it; null when it is not important
     * @param confirmed whether the right answer was given
     */
    @RegisterForReflection
    @Schema(name = "Clause")
    public record Item(
            String id,
            boolean important,
            Text heading,
            String text,
            @Nullable Asked question,
            boolean confirmed) {}

    /**
     * A question without its answer.
     *
     * @param secondsMin for how long the clause must be on the screen, in seconds
     */
    @RegisterForReflection
    @Schema(name = "ClauseQuestion")
    public record Asked(Text text, List<Question.Option> options, int secondsMin) {}

    static ClausesView of(Template template, List<PrintedClause> clauses, List<ClauseReading> readings) {
        return new ClausesView(clauses.stream()
                .map(clause -> new Item(
                        clause.id(),
                        clause.important(),
                        clause.heading(),
                        clause.text(),
                        asked(template, clause.id()),
                        readings.stream()
                                .anyMatch(reading ->
                                        reading.correct() && reading.clauseId().equals(clause.id()))))
                .toList());
    }

    private static @Nullable Asked asked(Template template, String clauseId) {
        Optional<Clause> clause = template.findClause(clauseId);
        Question question = clause.isPresent() ? clause.get().question() : null;
        return question == null ? null : new Asked(question.text(), question.options(), question.secondsMin());
    }
}
