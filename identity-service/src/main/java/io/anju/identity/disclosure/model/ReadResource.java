package io.anju.identity.disclosure.model;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What was looked at, by a reference of the customer's own: which application, loan, contract, complaint or appointment.
 *
 * @param kind in the singular, such as {@code application}
 */
public record ReadResource(String kind, UUID id) {

    private static final Pattern LAST_WITH_AN_ID =
            Pattern.compile(".*/([a-z-]+)s/([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?:/[a-z-]+)*");

    /** What a path is about; empty where none of its parts is one thing of a kind. */
    public static Optional<ReadResource> of(String path) {
        var match = LAST_WITH_AN_ID.matcher(path);
        return match.matches()
                ? Optional.of(new ReadResource(match.group(1), UUID.fromString(match.group(2))))
                : Optional.empty();
    }
}
