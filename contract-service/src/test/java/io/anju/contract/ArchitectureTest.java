package io.anju.contract;

import io.anju.testkit.architecture.ArchitectureRules;
import io.anju.testkit.architecture.EndpointTable;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("io.anju.contract");
    }

    @Test
    void namesTheCallersOfEachEndpoint() {
        EndpointTable.check("io.anju.contract");
    }
}
