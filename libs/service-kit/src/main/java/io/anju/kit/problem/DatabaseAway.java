package io.anju.kit.problem;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Set;

/** Tells a database that is away or overrun, where waiting helps, from a fault of ours. */
final class DatabaseAway {

    // PostgreSQL, appendix A: connection exceptions; the server stops or starts; it has no room; it undid one of two
    // transactions that were in each other's way; a statement, or its wait for a lock, or an idle transaction took
    // longer
    // than we allow.
    private static final Set<String> CLASSES = Set.of("08", "53");
    private static final Set<String> STATES =
            Set.of("57P01", "57P02", "57P03", "40001", "40P01", "55P03", "57014", "25P03");

    // The pool's own failure when no connection became free in time; it has no type of its own.
    private static final String NONE_FREE = "Timeout waiting for connection";

    private DatabaseAway() {}

    /** Whether this failure, or what lies behind it, says so. */
    static boolean isBehind(Throwable failure) {
        return Causes.of(failure).anyMatch(DatabaseAway::saysSo);
    }

    private static boolean saysSo(Throwable cause) {
        return switch (cause) {
            case SocketException refusedOrReset -> true;
            case UnknownHostException nowhere -> true;
            case ClosedConnectionException closed -> true;
            case ConnectionPoolTooBusyException full -> true;
            default ->
                NONE_FREE.equals(cause.getMessage())
                        || Causes.sqlState(cause)
                                .filter(DatabaseAway::waitingHelps)
                                .isPresent();
        };
    }

    private static boolean waitingHelps(String state) {
        return STATES.contains(state) || state.length() == 5 && CLASSES.contains(state.substring(0, 2));
    }
}
