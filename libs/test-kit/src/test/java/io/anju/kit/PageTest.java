package io.anju.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages of a list that is short by nature. */
class PageTest {

    private static final List<String> LETTERS = List.of("d", "a", "c", "b", "e");

    private static Page<String> page(List<String> all, int limit, @Nullable String cursor) {
        var query = new PageQuery();
        query.limit = limit;
        query.cursor = cursor;
        return Page.from(all, query, Function.identity());
    }

    @Test
    void leadThroughTheWholeListInItsOrder() {
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = page(LETTERS, 2, cursor);
            seen.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertEquals(LETTERS, seen);
    }

    @Test
    void endWithThePageThatHoldsTheLastItem() {
        assertNull(page(LETTERS, 5, null).next());
        assertNull(page(List.of(), 5, null).next());
    }

    @Test
    void doNotGoOnBehindAnItemThatIsGone() {
        var cursor = page(LETTERS, 2, null).next();

        var refused = assertThrows(ProblemException.class, () -> page(List.of("d", "c"), 2, cursor));

        assertEquals("cursor", refused.problem().fields().getFirst().field());
    }
}
