package io.anju.loan;

import io.anju.testkit.architecture.TableDistribution;
import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class TablesTest {

    @Inject
    Pool pool;

    @Test
    void leadWithWhoseRowsTheyHold() {
        TableDistribution.check(pool, "loan-service");
    }
}
