package io.anju.sandbox.http;

import java.time.DateTimeException;
import java.time.LocalDate;

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

    /** A field, in quotes where it needs them. */
    public static String field(String text) {
        return text.matches("[A-Za-z0-9_.:/-]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
