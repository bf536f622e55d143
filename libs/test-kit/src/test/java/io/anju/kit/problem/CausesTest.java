package io.anju.kit.problem;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database says the same through both of its clients. */
class CausesTest {

    private static Throwable throughTheClient(String state) {
        return new IllegalStateException(new PgException("no", "ERROR", state, "in no time"));
    }

    private static Throwable throughHibernate(String state) {
        return new IllegalStateException(new SQLException("no", state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53300", "57P01", "40001", "40P01", "55P03", "57014", "25P03"})
    void waitingHelpsWhereTheDatabaseIsAwayOrOverrun(String state) {
        assertTrue(DatabaseAway.isBehind(throughTheClient(state)));
        assertTrue(DatabaseAway.isBehind(throughHibernate(state)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "22P05"})
    void theCallerMendsATextThatCannotBeKept(String state) {
        assertTrue(TextNotKept.isBehind(throughTheClient(state)));
        assertTrue(TextNotKept.isBehind(throughHibernate(state)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01"})
    void theRestIsAFaultOfOurs(String state) {
        assertFalse(DatabaseAway.isBehind(throughHibernate(state)) || TextNotKept.isBehind(throughHibernate(state)));
    }
}
