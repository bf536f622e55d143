package io.anju.kit.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;

/** Entity tags from a row's version (RFC 9110, section 8.8.3). */
public final class ETags {

    private ETags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** A resource with the entity tag of its version. */
    public static Response response(long version, Object body) {
        return Response.ok(body).header(HttpHeaders.ETAG, of(version)).build();
    }

    /** Whether an {@code If-Match} names this version; a weak tag matches nothing (RFC 9110, section 13.1.1). */
    public static boolean matches(String ifMatch, long version) {
        var current = of(version);
        return Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals(current) || tag.equals("*"));
    }
}
