package io.anju.loan;

import io.anju.testkit.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheHousesRules() {
        ArchitectureRules.check("io.anju.loan");
    }
}
