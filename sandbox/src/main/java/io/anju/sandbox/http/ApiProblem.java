package io.anju.sandbox.http;

import java.util.List;

/** An answer of 4xx or 5xx, thrown by a route and written as RFC 9457 problem+json. */
public final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One member of the input that cannot be used. */
    public record FieldError(String field, String code) {}

    /** The document that the caller reads. */
    public record Document(int status, String code, String title, List<FieldError> errors) {}

    private final transient Document document;

    /** A problem with a stable code and a sentence for the reader. */
    public ApiProblem(int status, String code, String title) {
        this(new Document(status, code, title, List.of()));
    }

    private ApiProblem(Document document) {
        super(document.code(), null, false, false);
        this.document = document;
    }

    /** 400 for members that are missing or malformed. */
    public static ApiProblem badInput(List<FieldError> errors) {
        return new ApiProblem(new Document(400, "INPUT_INVALID", "Some members are missing or malformed.", errors));
    }

    /** 404 for an id that the sandbox never gave out. */
    public static ApiProblem notFound(String what) {
        return new ApiProblem(404, "NOT_FOUND", "There is no such " + what + ".");
    }

    /** 503, asked for by a test-known name or a fault. */
    public static ApiProblem outOfOrder() {
        return new ApiProblem(503, "OUT_OF_ORDER", "This party plays an outage, as the caller asked it to.");
    }

    /** 503 when a bounded store is full. */
    public static ApiProblem full() {
        return new ApiProblem(
                503, "SANDBOX_FULL", "The sandbox keeps no more of these; start it with an empty folder.");
    }

    /** What to write. */
    public Document document() {
        return document;
    }
}
