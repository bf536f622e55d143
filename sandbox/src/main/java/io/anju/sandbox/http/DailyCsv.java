package io.anju.sandbox.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

/** What the daily files have in common (RFC 4180): their names and their fields. */
public final class DailyCsv {

    private DailyCsv() {}

    /** The date that a file such as {@code 2026-11-22.csv} is of; 404 when it is none. */
    public static LocalDate dayOf(String file) {
        try {
            return LocalDate.parse(file.endsWith(".csv") ? file.substring(0, file.length() - 4) : "");
        } catch (DateTimeException e) {
            throw ApiProblem.notFound("file; files are named like 2026-11-22.csv");
        }
    }

    /**
     * Gives the answer the tag of its file's version, made over what the file is made of, and ends it where nothing more
     * is wanted (RFC 9110): to a HEAD, and with 304 to a reader who has that version. Whether it is ended.
     */
    public static boolean isAnswered(RoutingContext context, String madeOf) {
        var tag = '"'
                + UUID.nameUUIDFromBytes(madeOf.getBytes(StandardCharsets.UTF_8))
                        .toString()
                + '"';
        var request = context.request();
        var response = context.response();
        response.putHeader("ETag", tag).putHeader("Content-Type", "text/csv; charset=utf-8; header=present");
        var held = tag.equals(request.getHeader("If-None-Match"));
        if (!held && request.method() != HttpMethod.HEAD) {
            return false;
        }
        var unused = response.setStatusCode(held ? 304 : 200).end();
        return true;
    }

    /** A field, in quotes where it needs them. */
    public static String field(String text) {
        return text.matches("[A-Za-z0-9_.:/-]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
