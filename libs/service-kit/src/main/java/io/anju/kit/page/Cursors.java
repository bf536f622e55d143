package io.anju.kit.page;

import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
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
        return decode(cursor, UUID::fromString);
    }

    /** For lists sorted by something else: the reader of its text throws when it is none, or when a part of it is missing. */
    public static <T> Optional<T> decode(@Nullable String cursor, Function<String, T> reader) {
        try {
            return decode(cursor).map(reader);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw unreadable();
        }
    }

    static ProblemException unreadable() {
        return ProblemException.invalid(FieldError.of("cursor", "UNREADABLE"));
    }
}
