package io.anju.gateway.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.anju.gateway.home.AppHome;
import io.anju.kit.problem.ProblemDocuments;
import io.anju.kit.problem.ProblemTexts;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What the gateway says of itself in the merged document: its own screen, and the answers that it gives in a service's
 * place, of which the service's document cannot know.
 */
final class OwnApi {
    /** Whose part of the merged document it is. */
    static final String NAME = "gateway";

    /** In place of a service; the last says whether only those are told that bring a body. */
    private static final List<Answer> INSTEAD = List.of(
            new Answer(408, List.of("BODY_TOO_SLOW"), true),
            new Answer(413, List.of("BODY_TOO_LARGE"), true),
            new Answer(429, List.of("TOO_MANY_REQUESTS", "TOO_MANY_BODIES"), false),
            new Answer(502, List.of("SERVICE_BROKE_OFF"), false),
            new Answer(503, List.of("UNAVAILABLE"), false),
            new Answer(504, List.of("SERVICE_LATE"), false));

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private record Answer(int status, List<String> codes, boolean toBodies) {

        String name() {
            return codes.getFirst() + '-' + status;
        }
    }

    private OwnApi() {}

    /**
     * The gateway's document, to be merged like a service's.
     *
     * @param parts of the first screen, by name
     */
    static JsonNode document(ProblemTexts texts, Collection<String> parts) {
        var document = JSON.objectNode();
        document.putObject("paths").putObject(AppHome.PATH).set("get", home());
        var components = document.putObject("components");
        components.putObject("schemas").set("AppHome", homeSchema(parts));
        var responses = components.putObject("responses");
        INSTEAD.forEach(answer -> responses.set(answer.name(), response(answer, texts)));
        for (var refused : List.of(
                new Answer(401, List.of("TOKEN_MISSING", "TOKEN_INVALID"), false),
                new Answer(403, List.of("ROLE_MISSING"), false))) {
            responses.set(refused.name(), response(refused, texts));
        }
        components
                .putObject("securitySchemes")
                .putObject("accessToken")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        return document;
    }

    /** Adds to every operation of a service what the gateway may answer instead, where the service says nothing of that status. */
    static void answerInstead(ObjectNode merged) {
        merged.path("paths").properties().stream()
                .filter(path -> !path.getKey().equals(AppHome.PATH))
                .flatMap(path -> path.getValue().properties().stream())
                .filter(operation -> operation.getValue().has("responses"))
                .forEach(operation -> INSTEAD.stream()
                        .filter(answer ->
                                !answer.toBodies() || operation.getValue().has("requestBody"))
                        .forEach(answer -> addTo(operation.getValue().path("responses"), answer)));
    }

    private static void addTo(JsonNode responses, Answer answer) {
        var status = Integer.toString(answer.status());
        if (responses instanceof ObjectNode known && !known.has(status)) {
            known.putObject(status).put("$ref", "#/components/responses/" + NAME + '.' + answer.name());
        }
    }

    private static ObjectNode home() {
        var home = JSON.objectNode();
        home.put("summary", "What the first screen needs, in one answer");
        home.put(
                "description",
                "Asked of the services at once in the caller's name. A part that cannot be had is null and named under"
                        + " missing; the screen is never an error as a whole.");
        home.putArray("security").addObject().putArray("accessToken");
        var responses = home.putObject("responses");
        var ok = responses.putObject("200").put("description", "The screen");
        ok.putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/AppHome");
        refer(responses, "401", "TOKEN_MISSING-401");
        refer(responses, "403", "ROLE_MISSING-403");
        refer(responses, "429", "TOO_MANY_REQUESTS-429");
        return home;
    }

    private static void refer(ObjectNode responses, String status, String name) {
        responses.putObject(status).put("$ref", "#/components/responses/" + name);
    }

    private static ObjectNode homeSchema(Collection<String> parts) {
        var schema = JSON.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        parts.stream()
                .sorted()
                .forEach(part -> properties
                        .putObject(part)
                        .put("description", "As the part's own address answers; null when it is missing")
                        .putArray("type")
                        .add("object")
                        .add("null"));
        var missing = properties.putObject("missing").put("type", "array").putObject("items");
        missing.put("type", "object");
        var member = missing.putObject("properties");
        member.putObject("part").put("type", "string");
        member.putObject("code")
                .put("type", "string")
                .putArray("enum")
                .add("NOT_FOUND")
                .add("REFUSED")
                .add("UNAVAILABLE");
        return schema;
    }

    private static ObjectNode response(Answer answer, ProblemTexts texts) {
        var response = JSON.objectNode().put("description", String.join(", ", answer.codes()));
        if (answer.status() == 429 || answer.status() == 503) {
            response.putObject("headers")
                    .putObject("Retry-After")
                    .put("description", "Seconds to wait")
                    .putObject("schema")
                    .put("type", "integer");
        }
        var content = response.putObject("content").putObject(ProblemDocuments.MEDIA_TYPE);
        content.putObject("schema").put("type", "object").put("description", "An error (RFC 9457)");
        var examples = content.putObject("examples");
        answer.codes()
                .forEach(code -> examples.putObject(code)
                        .put("summary", texts.title(code, Locale.ENGLISH))
                        .putObject("value")
                        .put("type", "urn:anju:problem:" + code)
                        .put("title", texts.title(code, Locale.ENGLISH))
                        .put("status", answer.status())
                        .put("detail", texts.template(code, Locale.ENGLISH))
                        .put("code", code)
                        .put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736"));
        return response;
    }
}
