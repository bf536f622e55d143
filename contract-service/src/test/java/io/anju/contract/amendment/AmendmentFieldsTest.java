package io.anju.contract.amendment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.contract.amendment.model.AmendmentFields;
import io.anju.contract.amendment.model.AmendmentWanted;
import io.anju.contract.amendment.model.AmendmentWanted.LoanTerms;
import io.anju.contract.signing.model.Party;
import io.anju.contract.template.model.FieldValue;
import io.anju.kernel.calendar.Frequency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AmendmentFieldsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-12-22");

    /** An event from before fortnightly loans tells no frequency. */
    @Test
    void sayTheDayOfTheMonthOfAMonthlyLoan() {
        assertEquals(List.of("每月还款日", "22 日", "22 日"), rhythm(null));
        assertEquals(List.of("每月还款日", "22 日", "22 日"), rhythm(Frequency.MONTHLY));
    }

    @Test
    void nameNoDayOfTheMonthOfAFortnightlyLoan() {
        assertEquals(List.of("还款周期", "每十四日一期", "每十四日一期"), rhythm(Frequency.FORTNIGHTLY));
    }

    private static List<String> rhythm(Frequency frequency) {
        var terms = new LoanTerms(
                "EQUAL_PRINCIPAL", frequency, 22, DAY, new BigDecimal("0.035"), null, null, 26, 100, 100, DAY, 100);
        var wanted = new AmendmentWanted(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                AmendmentWanted.Kind.TERM,
                DAY,
                DAY,
                1_000,
                terms,
                terms);
        var paper = new AmendmentFields.Paper("AJ-2", "AJ-1", DAY, "安居银行", new Party("张三", "11010519491231002X"));
        return ((FieldValue.Rows) AmendmentFields.of(wanted, paper).get("changes"))
                .table()
                .rows()
                .get(1);
    }
}
