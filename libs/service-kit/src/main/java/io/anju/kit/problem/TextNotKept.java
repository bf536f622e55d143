package io.anju.kit.problem;

import java.util.Set;

/** Tells a text that the database cannot keep, which whoever sent it can mend, from a fault of ours. */
final class TextNotKept {

    // PostgreSQL, appendix A: character_not_in_repertoire, untranslatable_character. It has no U+0000, neither in a
    // text nor in a jsonb, and says so wherever one arrives: from a path, a query, a body or an escape in JSON.
    private static final Set<String> STATES = Set.of("22021", "22P05");

    private TextNotKept() {}

    /** Whether this failure, or what lies behind it, says so. */
    static boolean isBehind(Throwable failure) {
        return Causes.of(failure)
                .anyMatch(
                        cause -> Causes.sqlState(cause).filter(STATES::contains).isPresent());
    }
}
