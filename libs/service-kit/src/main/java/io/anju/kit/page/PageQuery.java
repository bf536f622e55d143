package io.anju.kit.page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** How a list is asked for; take it with {@code @BeanParam @Valid}. */
public class PageQuery {

    /** How many items a page holds, 1 to 100. */
    @QueryParam("limit")
    @DefaultValue("20")
    @Min(1)
    @Max(100)
    public int limit;

    /** Where the page starts: the {@code next} of the page before; empty for the first. */
    @QueryParam("cursor")
    public @Nullable String cursor;
}
