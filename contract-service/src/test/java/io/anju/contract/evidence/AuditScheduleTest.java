package io.anju.contract.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.contract.ContractTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Any number of replicas, one audit. */
@QuarkusTest
class AuditScheduleTest extends ContractTestBase {
    @Inject
    AuditSchedule schedule;

    @Test
    void looksAtTheLogOnceInATurn() throws Throwable {
        somethingIsLogged();
        sql("insert into turn values ('evidence-audit', now() - interval '1 second')"
                + " on conflict (name) do update set leased_until = excluded.leased_until");
        int before = audits();

        VertxContextSupport.subscribeAndAwait(schedule::run);
        VertxContextSupport.subscribeAndAwait(schedule::run);

        assertEquals(before + 1, audits());
    }

    private void somethingIsLogged() {
        tell(
                "repayment-service",
                "anju.instalment.paid.v1",
                UUID.randomUUID().toString(),
                "{\"loanId\":\"%s\",\"number\":1}".formatted(UUID.randomUUID()));
        Awaitility.await().until(() -> count("select count(*)::int from evidence_head") > 0);
    }

    private int audits() {
        return count("select count(*)::int from evidence_audit");
    }

    private int count(String sql) {
        return pool.query(sql)
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0))
                .await()
                .indefinitely();
    }

    private void sql(String statement) {
        pool.query(statement).execute().await().indefinitely();
    }
}
