package io.anju.kit.openapi;

import io.anju.kit.problem.ProblemDocuments;
import io.anju.kit.problem.ProblemTexts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Problems as the document shows them: one response a status, one example a code. */
final class ProblemResponses {

    private static final String ANY_OTHER = "AnyOtherProblem";
    private static final int SHARED_MAX = 3;

    private final Components components;
    private final ProblemTexts texts;

    ProblemResponses(Components components, ProblemTexts texts) {
        this.components = components;
        this.texts = texts;
        components.addSchema("Problem", problem());
        components.addSchema("FieldError", fieldError());
        components.addResponse(ANY_OTHER, response(500, List.of("INTERNAL"), "Any other problem: "));
    }

    APIResponse anyOther() {
        return OASFactory.createAPIResponse().ref(ANY_OTHER);
    }

    /** Up to three codes go together at many endpoints: the document says that once. */
    APIResponse response(int status, Collection<String> codes) {
        var response = response(status, codes, "");
        if (status == 503) {
            response.addHeader("Retry-After", retryAfter());
        }
        if (codes.size() > SHARED_MAX) {
            return response;
        }
        var name = String.join("-", codes) + "-" + status;
        components.addResponse(name, response);
        return OASFactory.createAPIResponse().ref(name);
    }

    private APIResponse response(int status, Collection<String> codes, String before) {
        var content = OASFactory.createMediaType().schema(reference("Problem"));
        codes.forEach(code -> {
            var name = code + "-" + status;
            components.addExample(name, example(status, code));
            content.addExample(code, OASFactory.createExample().ref(name));
        });
        return OASFactory.createAPIResponse()
                .description(before + String.join(", ", codes))
                .content(OASFactory.createContent().addMediaType(ProblemDocuments.MEDIA_TYPE, content));
    }

    private Example example(int status, String code) {
        var value = new LinkedHashMap<String, Object>();
        value.put("type", "urn:anju:problem:" + code);
        value.put("title", texts.title(code, Locale.ENGLISH));
        value.put("status", status);
        value.put("detail", texts.template(code, Locale.ENGLISH));
        value.put("code", code);
        value.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        if (code.equals("INVALID_REQUEST")) {
            value.put("fields", List.of(limitTooHigh()));
        }
        return OASFactory.createExample()
                .summary(texts.title(code, Locale.ENGLISH))
                .value(value);
    }

    /** In a stated order, so that the document is the same in every run. */
    private static Map<String, String> limitTooHigh() {
        var field = new LinkedHashMap<String, String>();
        field.put("field", "limit");
        field.put("code", "MAX");
        field.put("message", "must be at most 100");
        return field;
    }

    private static Schema problem() {
        return object("An error (RFC 9457). Title and detail are in the caller's language (Accept-Language: zh-CN, en);"
                        + " the facts behind the refusal are further members: {name} in an example's detail stands for"
                        + " the member of that name.")
                .addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("code", text().description("Stable; clients switch on it"))
                .addProperty("traceId", text())
                .addProperty(
                        "fields",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(reference("FieldError"))
                                .description("What is wrong with single fields, for INVALID_REQUEST"))
                .required(List.of("type", "title", "status", "detail", "code", "traceId"));
    }

    private static Schema fieldError() {
        return object("What is wrong with one field of a request")
                .addProperty("field", text())
                .addProperty("code", text())
                .addProperty("message", text())
                .required(List.of("field", "code", "message"));
    }

    private static org.eclipse.microprofile.openapi.models.headers.Header retryAfter() {
        return OASFactory.createHeader()
                .description("Seconds to wait")
                .schema(OASFactory.createSchema().addType(SchemaType.INTEGER));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref(name);
    }
}
