package io.anju.identity.housekeeping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.identity.IdentityEnvironment;
import io.anju.kit.housekeeping.Housekeeping;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(IdentityEnvironment.class)
class HousekeepingTest {

    private static final String OLD_SIGN_INS = "sign_in WHERE expires_at < now() - interval '1 day'";

    @Inject
    Housekeeping housekeeping;

    @Inject
    Pool pool;

    @Test
    void removesBatchAfterBatchUntilNothingIsLeft() {
        addOldSignIns(2_500);

        housekeeping.tidy().await().indefinitely();

        assertEquals(0, count(OLD_SIGN_INS));
    }

    @Test
    void aKindThatCannotBeRemovedDoesNotHoldBackTheNext() {
        sql("""
                INSERT INTO sms_code (id, purpose, phone_hash, address_hash, code_hash, sent_at, expires_at, state)
                VALUES (gen_random_uuid(), 'SIGN_IN', 'p', 'a', 'c', now() - interval '3 days', now(), 'USED')""");
        addOldSignIns(1);
        sql("""
                CREATE FUNCTION stays_here() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    RAISE EXCEPTION 'it stays';
                END $$""");
        sql("CREATE TRIGGER stays_here BEFORE DELETE ON sms_code FOR EACH ROW EXECUTE FUNCTION stays_here()");
        try {
            housekeeping.tidy().await().indefinitely();

            assertEquals(0, count(OLD_SIGN_INS));
        } finally {
            sql("DROP TRIGGER stays_here ON sms_code");
            sql("DROP FUNCTION stays_here");
        }
    }

    private void addOldSignIns(int number) {
        sql("""
                INSERT INTO sign_in (id, method, challenge, opened_at, expires_at, state)
                SELECT gen_random_uuid(), 'PASSKEY', 'c', now(), now() - interval '2 days', 'FAILED'
                FROM generate_series(1, %d)""".formatted(number));
    }

    private void sql(String statement) {
        pool.query(statement).execute().await().indefinitely();
    }

    private long count(String which) {
        return pool.query("SELECT count(*) FROM " + which)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }
}
