package io.anju.kit.housekeeping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What has served its time goes; nothing else does. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class HousekeepingTest {

    @Inject
    Housekeeping housekeeping;

    @Inject
    Pool pool;

    @Test
    void keepsADenialForSixMonths() {
        var subject = UUID.randomUUID().toString();
        pool.preparedQuery("""
                insert into denial (code, subject, endpoint, trace_id, denied_at)
                select 'ROLE_MISSING', $1, 'GET /', days, now() - days * interval '1 day'
                from unnest(array[1, 184, 186]) days
                """).execute(Tuple.of(subject)).await().indefinitely();

        housekeeping.tidy().await().indefinitely();

        var left = pool.preparedQuery("select trace_id from denial where subject = $1 order by id")
                .execute(Tuple.of(subject))
                .await()
                .indefinitely();
        assertEquals(
                List.of("1", "184"),
                StreamSupport.stream(left.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList());
    }

    @Test
    void forgetsAProofWhenItIsTooOldToBeUsedAgain() {
        pool.query("""
                insert into dpop_proof (proof_hash, expires_at)
                select sha256(convert_to('housekeeping ' || age, 'UTF8')), now() - age * interval '1 second'
                from unnest(array[-30, 30, 90]) age
                """).execute().await().indefinitely();

        housekeeping.tidy().await().indefinitely();

        var left = pool.query("""
                        select age from unnest(array[-30, 30, 90]) age
                        join dpop_proof on proof_hash = sha256(convert_to('housekeeping ' || age, 'UTF8')) order by age
                        """).execute().await().indefinitely();
        assertEquals(
                List.of(-30, 30),
                StreamSupport.stream(left.spliterator(), false)
                        .map(row -> row.getInteger(0))
                        .toList());
    }
}
