package io.anju.contract;

import io.anju.testkit.architecture.TableDistribution;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TablesTest extends ContractTestBase {

    @Test
    void leadWithWhoseRowsTheyHold() {
        TableDistribution.check(pool, "contract-service");
    }
}
