package io.anju.repayment.wallet.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.repayment.wallet.model.Impact.Consequence;
import io.anju.repayment.wallet.model.Impact.Item;
import io.anju.repayment.wallet.model.Impact.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImpactTest {

    private static final Optional<LocalDate> NEXT = Optional.of(LocalDate.of(2027, 1, 22));

    @Test
    void warnsWhenNothingWouldPayAndCreditIsOwed() {
        var impact = new Impact(true, NEXT, 449_045, 0, new WalletAccount(10, 5_000_000, 120_000), 5_000_000, false);

        assertEquals(
                List.of(
                        new Item(Subject.SCHEDULED_INSTALMENTS, Consequence.NOTHING_PAYS_BY_ITSELF, 449_045),
                        new Item(Subject.OUTSTANDING_BALANCE, Consequence.CREDIT_STAYS_OWED, 120_000),
                        new Item(Subject.BENEFITS, Consequence.LIMIT_ENDS, 5_000_000),
                        new Item(Subject.CREDIT_RECORD, Consequence.RECORDED_AS_OWED_UNTIL_REPAID, 120_000)),
                impact.items());
    }

    @Test
    void saysSoToWhereACardTakesOverAndNothingIsOwed() {
        var impact = new Impact(true, NEXT, 449_045, 0, new WalletAccount(10, 0, 0), 0, true);

        assertEquals(
                List.of(
                        Consequence.CARD_TAKES_OVER,
                        Consequence.NOTHING_OWED,
                        Consequence.NO_LIMIT_TO_LOSE,
                        Consequence.RECORDED_AS_CLOSED),
                impact.items().stream().map(Item::consequence).toList());
    }

    @Test
    void anUnpaidInstalmentComesFirstAndARepaidLoanHasNoneScheduled() {
        var account = new WalletAccount(0, 0, 0);

        assertEquals(
                Consequence.INSTALMENT_UNPAID,
                new Impact(true, NEXT, 1, 1, account, 0, true)
                        .items()
                        .getFirst()
                        .consequence());
        assertEquals(
                Consequence.NONE_SCHEDULED,
                new Impact(true, Optional.empty(), 0, 0, account, 0, true)
                        .items()
                        .getFirst()
                        .consequence());
        assertEquals(
                Consequence.NONE_SCHEDULED,
                new Impact(false, NEXT, 1, 0, account, 0, true)
                        .items()
                        .getFirst()
                        .consequence());
    }
}
