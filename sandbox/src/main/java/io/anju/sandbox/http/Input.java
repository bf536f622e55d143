package io.anju.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Reads a JSON object member by member and collects what is wrong with it. Readers return a harmless value for a bad member; {@link #check()} then
 * refuses the whole with every finding at once, and must be called before the values are used.
 */
public final class Input {
    /** No amount in the sandbox exceeds 100 billion yuan; in fen. */
    private static final long LARGEST_AMOUNT = 10_000_000_000_000L;

    private final JsonNode object;
    private final List<ApiProblem.FieldError> errors;

    private Input(JsonNode object, List<ApiProblem.FieldError> errors) {
        this.object = object;
        this.errors = errors;
    }

    /** The request's body; 400 when it is not a JSON object. */
    public static Input of(RoutingContext context) {
        var body = context.body().buffer();
        try {
            var tree = body == null ? null : Json.tree(body.getBytes());
            if (tree == null || !tree.isObject()) {
                throw new ApiProblem(400, "BODY_NOT_AN_OBJECT", "The body must be a JSON object.");
            }
            return new Input(tree, new ArrayList<>());
        } catch (IOException e) {
            throw new ApiProblem(400, "BODY_NOT_JSON", "The body is not JSON.");
        }
    }

    /** A text of 1 to {@code most} characters. */
    public String text(String field, int most) {
        var node = object.path(field);
        if (!node.isTextual() || node.textValue().isBlank()) {
            return bad(field, "REQUIRED", "");
        }
        var text = node.textValue().strip();
        return text.length() > most ? bad(field, "TOO_LONG", "") : text;
    }

    /** The same, or nothing when the member is missing. */
    public Optional<String> findText(String field, int most) {
        return object.path(field).isMissingNode() ? Optional.empty() : Optional.of(text(field, most));
    }

    /** A text that matches the pattern as a whole. */
    public String matching(String field, Pattern pattern) {
        var text = text(field, 200);
        return text.isEmpty() || pattern.matcher(text).matches() ? text : bad(field, "MALFORMED", "");
    }

    /** A text, or the member {@code inner} of an object at that place. */
    public String textOrInner(String field, String inner, int most) {
        return object.path(field).isObject()
                ? new Input(object.get(field), errors).text(inner, most)
                : text(field, most);
    }

    /** 1 to {@code most} objects; what is wrong with one of them is found with the rest. */
    public List<Input> list(String field, int most) {
        var node = object.path(field);
        if (!node.isArray() || node.isEmpty() || node.size() > most) {
            return bad(field, node.size() > most ? "TOO_MANY" : "REQUIRED", List.of());
        }
        return StreamSupport.stream(node.spliterator(), false)
                .map(item -> new Input(item, errors))
                .toList();
    }

    /** 1 to {@code most} texts, each of 1 to {@code longest} characters. */
    public List<String> texts(String field, int most, int longest) {
        var node = object.path(field);
        var texts = StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank() && text.length() <= longest)
                .toList();
        return texts.isEmpty() || texts.size() > most || texts.size() < node.size()
                ? bad(field, "MALFORMED", List.of())
                : texts;
    }

    /** A positive amount in fen. */
    public long amount(String field) {
        return number(field, 1, LARGEST_AMOUNT);
    }

    /** A balance in fen, zero allowed. */
    public long balance(String field) {
        return number(field, 0, LARGEST_AMOUNT);
    }

    /** A whole number of 0 to {@code most}; {@code absent} when the member is missing. */
    public int count(String field, int most, int absent) {
        return object.path(field).isMissingNode() ? absent : Math.toIntExact(number(field, 0, most));
    }

    /** True only for the JSON literal true. */
    public boolean flag(String field) {
        return object.path(field).booleanValue();
    }

    /** An ISO date. */
    public LocalDate date(String field) {
        try {
            return LocalDate.parse(text(field, 10));
        } catch (DateTimeException e) {
            return bad(field, "NOT_A_DATE", LocalDate.EPOCH);
        }
    }

    /** An absolute http or https address. */
    public URI address(String field) {
        try {
            var uri = URI.create(text(field, 500));
            var usable = uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
            return usable ? uri : bad(field, "NOT_AN_HTTP_ADDRESS", URI.create("/"));
        } catch (IllegalArgumentException e) {
            return bad(field, "NOT_AN_HTTP_ADDRESS", URI.create("/"));
        }
    }

    /** Refuses the input if anything was wrong with it. */
    public void check() {
        if (!errors.isEmpty()) {
            throw ApiProblem.badInput(List.copyOf(errors));
        }
    }

    private long number(String field, long least, long most) {
        var node = object.path(field);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            return bad(field, "NOT_A_WHOLE_NUMBER", least);
        }
        var value = node.longValue();
        return value < least || value > most ? bad(field, "OUT_OF_RANGE", least) : value;
    }

    private <T> T bad(String field, String code, T harmless) {
        if (errors.stream().noneMatch(e -> e.field().equals(field))) {
            errors.add(new ApiProblem.FieldError(field, code));
        }
        return harmless;
    }
}
