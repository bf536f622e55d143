package io.anju.identity.http;

import io.anju.identity.model.RiskVerdict;
import io.anju.kit.problem.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Why something was stopped, in the reader's language.
 *
 * @param id of the hold, under which it can be looked at again
 * @param remedy how to clear it
 * @param documents needed for that
 * @param appeal where to appeal
 */
@RegisterForReflection
public record StopBody(UUID id, String reason, String remedy, List<String> documents, String appeal) {

    /** An appeal about a {@code RISK_HOLD} with the id of the hold as its subject, which care-service takes. */
    public static final String APPEAL = "/api/v1/appeals";

    public static StopBody of(UUID id, RiskVerdict.Stop stop, String language) {
        return new StopBody(
                id,
                stop.reason().in(language),
                stop.remedy().in(language),
                stop.documents().stream().map(text -> text.in(language)).toList(),
                APPEAL);
    }

    /** As the refusal of what was stopped. */
    public Problem problem(int status, String code) {
        return Problem.of(
                status,
                code,
                Map.of("id", id, "reason", reason, "remedy", remedy, "documents", documents, "appeal", appeal));
    }
}
