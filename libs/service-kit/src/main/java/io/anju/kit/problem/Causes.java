package io.anju.kit.problem;

import io.vertx.sqlclient.DatabaseException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What lies behind a failure. */
final class Causes {

    private static final int MAX = 10;

    private Causes() {}

    /** The failure itself and its causes, the nearest first. */
    static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MAX);
    }

    /** The code by which the database says why it did not do something (PostgreSQL, appendix A). */
    static Optional<String> sqlState(Throwable cause) {
        return switch (cause) {
            case DatabaseException ofTheClient -> Optional.ofNullable(ofTheClient.getSqlState());
            // Hibernate Reactive hands on the code alone, in an exception of JDBC's.
            case SQLException ofHibernate -> Optional.ofNullable(ofHibernate.getSQLState());
            default -> Optional.empty();
        };
    }
}
