package io.anju.care.inbox.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever is not at the counter is told that somebody is, and what came of it. */
class CounterMessagesTest {

    @ParameterizedTest
    @CsvSource({
        "opened,  false, COUNTER_CHANGE_OPENED",
        "decided, true,  COUNTER_CHANGE_APPROVED",
        "decided, false, COUNTER_CHANGE_DECLINED",
    })
    void saysWhatHappensToAPlanAtTheCounter(String step, boolean approved, Template template) {
        var fact = Map.of("loanId", "01a22540-1f7f-7358-824b-1971dc023b34", "approved", approved);

        assertEquals(
                List.of(template),
                FactMessages.of("anju.loan.counter-change-" + step + ".v1", fact).stream()
                        .map(Draft::template)
                        .toList());
    }
}
