package io.anju.repayment;

import io.anju.testkit.architecture.ArchitectureRules;
import io.anju.testkit.architecture.EndpointTable;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheHousesRules() {
        ArchitectureRules.check("io.anju.repayment");
    }

    @Test
    void namesTheCallersOfEachEndpoint() {
        EndpointTable.check("io.anju.repayment");
    }
}
