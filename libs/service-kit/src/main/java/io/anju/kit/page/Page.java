package io.anju.kit.page;

import io.anju.kit.problem.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the list's order
 * @param next cursor of the page after this one; null on the last
 */
@RegisterForReflection
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from rows of which one more than the limit was read.
     *
     * @param rows at most {@code limit + 1}, in the list's order
     * @param cursor makes the cursor that continues after a row
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    /**
     * Cuts a page from a whole list, for lists that are short by nature.
     *
     * @param all in the list's order
     * @param key tells its items apart
     * @throws ProblemException 400 when the item that the cursor names is not in the list any more
     */
    public static <T> Page<T> from(List<T> all, PageQuery query, Function<T, String> key) {
        int start = Cursors.decode(query.cursor)
                .map(last -> placeBehind(last, all, key))
                .orElse(0);
        var rows = all.subList(start, Math.min(all.size(), start + query.limit + 1));
        return of(rows, query.limit, last -> Cursors.encode(key.apply(last)));
    }

    private static <T> int placeBehind(String last, List<T> all, Function<T, String> key) {
        int place = all.stream().map(key).toList().indexOf(last);
        if (place < 0) {
            throw Cursors.unreadable();
        }
        return place + 1;
    }

    public <U> Page<U> map(Function<? super T, ? extends U> turn) {
        return new Page<>(items.stream().<U>map(turn).toList(), next);
    }

    /** The page as JSON, with {@code Link: rel="next"} (RFC 8288) while there is more. */
    public RestResponse<Page<T>> response(UriInfo uri) {
        var answer = RestResponse.ResponseBuilder.ok(this);
        if (next != null) {
            var more =
                    uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
            answer.header("Link", "<%s?%s>; rel=\"next\"".formatted(more.getRawPath(), more.getRawQuery()));
        }
        return answer.build();
    }
}
