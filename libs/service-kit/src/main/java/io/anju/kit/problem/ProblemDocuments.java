package io.anju.kit.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;

/** Puts a {@link Problem} into words: an {@code application/problem+json} document (RFC 9457). */
@ApplicationScoped
public class ProblemDocuments {

    /** RFC 9457, section 6.1. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private final ObjectMapper json;
    private final ProblemTexts texts;

    ProblemDocuments(ObjectMapper json, ProblemTexts texts) {
        this.json = json;
        this.texts = texts;
    }

    /** The document as JSON; {@code accepted} is the caller's order of languages. */
    public ObjectNode document(Problem problem, List<Locale> accepted) {
        var language = texts.languageFor(accepted);
        var document = json.createObjectNode();
        // RFC 9457 §4.2.1: a type of "about:blank" adds nothing to the status; our code is what is stable.
        document.put("type", "urn:anju:problem:" + problem.code());
        document.put("title", texts.title(problem, language));
        document.put("status", problem.status());
        document.put("detail", texts.detail(problem, language));
        document.put("code", problem.code());
        document.put("traceId", Span.current().getSpanContext().getTraceId());
        problem.evidence().forEach((name, value) -> document.putIfAbsent(name, json.valueToTree(value)));
        if (!problem.fields().isEmpty()) {
            var fields = problem.fields().stream().map(field -> texts.worded(field, language));
            document.set("fields", json.valueToTree(fields.toList()));
        }
        return document;
    }

    public Response response(Problem problem, List<Locale> accepted) {
        var answer = Response.status(problem.status())
                .type(MEDIA_TYPE)
                .header(
                        HttpHeaders.CONTENT_LANGUAGE,
                        texts.languageFor(accepted).toLanguageTag())
                .entity(document(problem, accepted));
        problem.headers().forEach(answer::header);
        return answer.build();
    }
}
