package io.anju.repayment;

import io.anju.testkit.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheHousesRules() {
        ArchitectureRules.check("io.anju.repayment");
    }
}
