package io.anju.kit.command;

import io.anju.kernel.result.Refusal;
import io.anju.kernel.result.Result;
import io.anju.kit.http.ETags;
import io.anju.kit.problem.Problem;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a command, as a value that can be stored beside its effect.
 *
 * @param status HTTP status
 * @param body what becomes the JSON body: a record, a {@link Problem}, or null
 * @param headers response headers
 * @param kept whether what the command wrote stays although the answer is a refusal; see {@link #recorded}
 */
public record Reply(int status, @Nullable Object body, Map<String, String> headers, boolean kept) {

    public Reply {
        headers = Map.copyOf(headers);
    }

    Reply(int status, @Nullable Object body, Map<String, String> headers) {
        this(status, body, headers, false);
    }

    public static Reply ok(Object body) {
        return new Reply(200, body, Map.of());
    }

    /** Made, and told by this answer alone: there is no address at which it could be read again. */
    public static Reply created(Object body) {
        return new Reply(201, body, Map.of());
    }

    /** @param location where it can be read from now on */
    public static Reply created(URI location, Object body) {
        return new Reply(201, body, Map.of("Location", location.toString()));
    }

    public static Reply created(String location, Object body) {
        return created(URI.create(location), body);
    }

    public static Reply accepted(Object body) {
        return new Reply(202, body, Map.of());
    }

    public static Reply noContent() {
        return new Reply(204, null, Map.of());
    }

    public static Reply problem(Problem problem) {
        return new Reply(problem.status(), problem, problem.headers());
    }

    /**
     * A refusal that is itself a fact to be kept, such as a contact that was asked for and refused. What the command
     * wrote stays; the idempotency key is not claimed, so that asking again is decided anew.
     */
    public static Reply recorded(Problem problem) {
        return new Reply(problem.status(), problem, problem.headers(), true);
    }

    /**
     * A rule's answer: what it agreed to, or the refusal with its status.
     *
     * @param status an exhaustive switch over the feature's refusals
     */
    public static <T, R extends Refusal> Reply of(
            Result<T, R> result, Function<? super T, Reply> agreed, ToIntFunction<? super R> status) {
        return switch (result) {
            case Result.Ok<T, R>(T value) -> agreed.apply(value);
            case Result.Refused<T, R>(R refusal) -> problem(Problem.of(status.applyAsInt(refusal), refusal));
        };
    }

    public Reply withETag(long version) {
        return withHeader("ETag", ETags.of(version));
    }

    public Reply withHeader(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Reply(status, body, more, kept);
    }

    /** Whether the command was refused, so that its answer is not stored under its key. */
    boolean isRefusal() {
        return status >= 400;
    }

    /** Whether nothing that the command wrote may stay. */
    boolean undoes() {
        return isRefusal() && !kept;
    }
}
