package io.anju.identity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.risk.RiskStore;
import io.anju.identity.risk.Where;
import io.anju.kit.tx.PgTx;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A decision has ten milliseconds, and to plan its statement anew would take most of them. */
@QuarkusTest
class RiskPlanTest extends IdentityTestBase {

    /** PostgreSQL plans the first five executions on a connection for their own values, whatever comes of it. */
    private static final int OFTEN = 12;

    @Inject
    RiskStore store;

    @Test
    void howSignalsAreGatheredIsNotPlannedAnewForPeopleWithALongPast() {
        UUID person = person().registered().id;

        long kept = pool.withConnection(connection -> connection
                        .begin()
                        .flatMap(transaction -> everybodyHasALongPast(connection)
                                .flatMap(past -> executionsOfAKeptPlan(connection))
                                .flatMap(before -> gatherOften(connection, person)
                                        .flatMap(gathered -> executionsOfAKeptPlan(connection))
                                        .map(after -> after - before))
                                .eventually(transaction::rollback)))
                .await()
                .indefinitely();

        assertTrue(kept >= OFTEN - 5, "of " + OFTEN + " executions by a plan that was there already: " + kept);
    }

    private static Uni<Void> everybodyHasALongPast(SqlConnection connection) {
        return connection
                .query("""
                    INSERT INTO risk_decision (id, person_id, act, signals, fired, shadow, outcome, decided_at)
                    SELECT gen_random_uuid(), id, 'sign-in', '{}', '[]', '[]', 'ALLOW', now() - n * interval '1 day'
                    FROM person, generate_series(30, 180) n""")
                .execute()
                .flatMap(added -> connection.query("ANALYZE risk_decision").execute())
                .replaceWithVoid();
    }

    private Uni<Void> gatherOften(SqlConnection connection, UUID person) {
        var here = new RiskStore.Trace(Where.inSession(Optional.empty(), "127.0.0.1"), new byte[] {1}, new byte[] {2});
        Uni<Void> gathered = Uni.createFrom().voidItem();
        for (int i = 0; i < OFTEN; i++) {
            gathered = gathered.flatMap(before -> store.gather(new PgTx(connection), person, here, Instant.now()))
                    .replaceWithVoid();
        }
        return gathered;
    }

    private static Uni<Long> executionsOfAKeptPlan(SqlConnection connection) {
        return connection
                .query("""
                    SELECT coalesce(sum(generic_plans), 0)::bigint FROM pg_prepared_statements
                    WHERE statement LIKE '%FROM risk_rule_set) AS rule_set%'""")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
