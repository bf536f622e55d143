package io.anju.care.inbox.model;

import static io.anju.care.inbox.model.Template.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which fact of an instalment calls for which message. */
class InstalmentMessagesTest {

    private static final String ID = "018f0000-0000-7000-8000-000000000001";

    @ParameterizedTest
    @CsvSource({"2026-11-22, 1", "2026-12-22, 2", "2027-01-22, 1"})
    void tellsOfTheRateResetInDecember(String dueDate, int messages) {
        var due = Map.of("loanId", ID, "number", 1, "dueDate", dueDate, "amount", 449045);

        assertEquals(messages, FactMessages.of("anju.instalment.due.v1", due).size());
    }

    @Test
    void keepsAmountsAsFen() {
        var paid = Map.of("loanId", ID, "number", 1, "date", "2026-12-22", "amount", 449045);

        var draft = FactMessages.of("anju.instalment.paid.v1", paid).getFirst();

        assertEquals(449045L, draft.fields().get("amount"));
    }

    @Test
    void saysWhatADebitTookAndWhatIsLeft() {
        var part = Map.of("loanId", ID, "number", 1, "date", "2026-12-22", "amount", 150_000, "left", 299_045);

        var drafts = FactMessages.of("anju.instalment.part-paid.v1", part);

        assertEquals(List.of(INSTALMENT_PART_PAID), templates(drafts));
        assertEquals(150_000L, drafts.getFirst().fields().get("amount"));
        assertEquals(299_045L, drafts.getFirst().fields().get("left"));
        assertEquals(Template.Kind.RISK_HINT, INSTALMENT_PART_PAID.kind());
        assertEquals("/api/v1/loans/{loanId}/payments", INSTALMENT_PART_PAID.resource());
    }

    @Test
    void saysFromWhichCardMoneyWasTakenWhereTheFactDoes() {
        var paid = Map.of("loanId", ID, "number", 1, "date", "2026-12-22", "amount", 449_045, "last4", "0044");
        var part =
                Map.of("loanId", ID, "number", 1, "date", "2026-12-22", "amount", 1, "left", 449_044, "last4", "0044");

        var drafts = FactMessages.of("anju.instalment.paid.v1", paid);

        assertEquals(List.of(INSTALMENT_PAID_FROM_CARD), templates(drafts));
        assertEquals("0044", drafts.getFirst().fields().get("last4"));
        assertEquals(
                List.of(INSTALMENT_PART_PAID_FROM_CARD),
                templates(FactMessages.of("anju.instalment.part-paid.v1", part)));
    }

    @Test
    void remindsOfPayingByHandWhereTheAutomaticDebitIsStopped() {
        var due = Map.of(
                "loanId", ID, "number", 1, "dueDate", "2027-01-22", "amount", 449_045, "daysLeft", 3, "byHand", true);

        assertEquals(
                List.of(INSTALMENT_UPCOMING_BY_HAND), templates(FactMessages.of("anju.instalment.upcoming.v1", due)));
        assertEquals(List.of(INSTALMENT_DUE_BY_HAND), templates(FactMessages.of("anju.instalment.due.v1", due)));
        assertEquals(
                List.of(AUTOMATIC_DEBIT_STOPPED),
                templates(FactMessages.of(
                        "anju.loan.automatic-debit-stopped.v1", Map.of("loanId", ID, "date", "2027-01-10"))));
    }

    @Test
    void refusesAnAmountWithFractionsOfAFen() {
        var paid = Map.of("loanId", ID, "number", 1, "date", "2026-12-22", "amount", "4490.45");

        assertThrows(IllegalArgumentException.class, () -> FactMessages.of("anju.instalment.paid.v1", paid));
    }

    private static List<Template> templates(List<Draft> drafts) {
        return drafts.stream().map(Draft::template).toList();
    }
}
