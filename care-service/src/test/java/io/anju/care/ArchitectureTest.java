package io.anju.care;

import io.anju.testkit.architecture.ArchitectureRules;
import io.anju.testkit.architecture.EndpointTable;
import org.junit.jupiter.api.Test;

/** This service keeps the house's rules about who may depend on whom. */
class ArchitectureTest {

    @Test
    void keepsTheRules() {
        ArchitectureRules.check("io.anju.care");
    }

    @Test
    void namesTheCallersOfEachEndpoint() {
        EndpointTable.check("io.anju.care");
    }
}
