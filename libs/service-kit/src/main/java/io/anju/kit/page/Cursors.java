package io.anju.kit.page;

import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cursors: opaque to the caller, the sort key of the last item inside. */
public final class Cursors {

    private Cursors() {}

    public static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException 400 when the cursor is none of ours */
    public static Optional<String> decode(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    /** For lists that are sorted by a UUIDv7. */
    public static Optional<UUID> decodeId(@Nullable String cursor) {
        try {
            return decode(cursor).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    /** For lists sorted by something else: the reader of its text throws when it is none. */
    public static <T> Optional<T> decode(@Nullable String cursor, Function<String, T> reader) {
        try {
            return decode(cursor).map(reader);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unreadable();
        }
    }

    static ProblemException unreadable() {
        return new ProblemException(Problem.invalid(List.of(FieldError.of("cursor", "UNREADABLE"))));
    }
}
