package io.anju.identity;

import io.anju.testkit.architecture.TableDistribution;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TablesTest extends IdentityTestBase {

    @Test
    void leadWithWhoseRowsTheyHold() {
        TableDistribution.check(pool, "identity-service");
    }
}
