package io.anju.care;

import io.anju.testkit.architecture.TableDistribution;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TablesTest extends CareTestBase {

    @Test
    void leadWithWhoseRowsTheyHold() {
        TableDistribution.check(pool, "care-service");
    }
}
