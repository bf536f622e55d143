package io.anju.repayment;

import io.anju.testkit.problem.RefusalWords;
import org.junit.jupiter.api.Test;

class RefusalWordsTest {

    @Test
    void everyCodeThatIsAnsweredHasItsWordsInBothLanguages() {
        RefusalWords.check("io.anju.repayment");
    }
}
