package io.anju.repayment.reversal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.result.Result;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillShare;
import io.anju.repayment.ledger.model.Receipt;
import io.anju.repayment.loan.model.LoanReplay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Lives at random, each lived twice: with a payment that is taken back, and without it. */
class UndoingPropertiesTest {

    private static final int LIVES = 2_000;
    private static final int ACTS = 14;
    private static final long SEED = 20_261_129;

    private final Random random = new Random(SEED);
    private int undone;
    private int reallocated;
    private int unbilled;
    private int refused;

    /** A life, and what was done in it. */
    private record Lived(Life life, List<Life.Act> acts, long principal, int months) {

        List<UUID> payments() {
            return acts.stream()
                    .flatMap(act -> switch (act) {
                        case Life.Pay pay -> java.util.stream.Stream.of(pay.id());
                        case Life.Ahead ahead -> java.util.stream.Stream.of(ahead.id());
                        case Life.Waive waive -> java.util.stream.Stream.empty();
                        case Life.Prepay prepay -> java.util.stream.Stream.empty();
                    })
                    .toList();
        }

        Life without(UUID payment, LocalDate until) {
            Life other = new Life(principal, months);
            for (Life.Act act : acts) {
                boolean skipped = act instanceof Life.Pay pay && pay.id().equals(payment)
                        || act instanceof Life.Ahead ahead && ahead.id().equals(payment);
                assertTrue(skipped || other.act(act), () -> "not without that payment: " + act);
            }
            other.reach(until);
            return other;
        }
    }

    @Test
    void aPaymentTakenBackIsAsIfItHadNotBeen() {
        for (int i = 0; i < LIVES; i++) {
            Lived lived = live();
            if (lived.payments().isEmpty()) {
                continue;
            }
            List<UUID> payments = lived.payments();
            boolean last = random.nextInt(3) == 0;
            LocalDate today = lived.acts().getLast().date().plusDays(last ? 0 : random.nextInt(40));
            lived.life().reach(today);
            takeBack(lived, last ? payments.getLast() : payments.get(random.nextInt(payments.size())), today);
        }
        assertTrue(undone > LIVES / 4, "too few were taken back to prove anything: " + undone);
        assertTrue(reallocated > LIVES / 20, "too few later payments were used otherwise: " + reallocated);
        assertTrue(unbilled > LIVES / 100, "too few had been paid ahead: " + unbilled);
        assertTrue(refused > LIVES / 20, "too few were refused: " + refused);
    }

    private void takeBack(Lived lived, UUID payment, LocalDate today) {
        Life life = lived.life();
        switch (life.undoing(payment)) {
            case Result.Refused<Undoing, ReversalRefusal>(ReversalRefusal refusal) -> {
                assertInstanceOf(ReversalRefusal.StoodOn.class, refusal);
                refused++;
            }
            case Result.Ok<Undoing, ReversalRefusal>(Undoing undoing) -> {
                undone++;
                reallocated += undoing.instead().isEmpty() ? 0 : 1;
                unbilled += undoing.unbilled().isPresent() ? 1 : 0;
                life.keep(payment, undoing);
                Life other = lived.without(payment, today);
                assertSame(other, life);
                // And goes on as one without it.
                for (int more = 0; more < 4; more++) {
                    Life.Act act = someAct(life, today.plusDays(1 + 17L * more));
                    assertEquals(other.act(act), life.act(act), act::toString);
                }
                assertSame(other, life);
            }
        }
    }

    private static void assertSame(Life expected, Life life) {
        assertEquals(expected.loan, life.loan);
        assertEquals(life.loan, LoanReplay.of(life.loan.agreement(), life.events), "replayed from nothing");
        assertEquals(expected.bills.keySet(), life.bills.keySet());
        expected.bills.forEach((number, bill) -> {
            switch (bill) {
                case Bill.Paid paid -> assertEquals(paid, life.bills.get(number));
                case Bill.Unpaid unpaid ->
                    assertEquals(
                            unpaid.open(),
                            assertInstanceOf(Bill.Unpaid.class, life.bills.get(number))
                                    .open());
            }
        });
        assertEquals(expected.booked, life.booked, "what the ledger says was used for each part");
        assertEquals(
                life.booked,
                life.shares.stream()
                        .filter(share -> share.cause() instanceof BillShare.Payment)
                        .map(BillShare::parts)
                        .reduce(new Receipt(0, 0, 0, 0), Receipt::plus));
    }

    private Lived live() {
        long principal = 1_000_000 + random.nextLong(100_000_000);
        int months = 24 + random.nextInt(337);
        Life life = new Life(principal, months);
        List<Life.Act> acts = new ArrayList<>();
        LocalDate day = Life.START;
        for (int i = 0; i < ACTS; i++) {
            day = day.plusDays(1 + random.nextInt(25));
            life.reach(day);
            Life.Act act = someAct(life, day);
            if (life.act(act)) {
                acts.add(act);
            }
        }
        return new Lived(life, acts, principal, months);
    }

    /** Mostly a payment of some of what is due. */
    private Life.Act someAct(Life life, LocalDate day) {
        life.reach(day);
        UUID id = new UUID(random.nextLong(), random.nextLong());
        long owed = life.owed(day);
        int kind = random.nextInt(20);
        if (owed == 0) {
            return switch (kind) {
                case 0 -> new Life.Prepay(day, 100_000);
                case 1, 2 -> new Life.Ahead(id, day);
                default -> new Life.Pay(id, day, 1);
            };
        }
        Bill.Unpaid some = life.unpaid().get(random.nextInt(life.unpaid().size()));
        long late = some.owedOn(day, Life.POLICY).penalty();
        if (kind < 5 && late > 0) {
            return new Life.Waive(id, day, some.facts().number(), 1 + random.nextLong(late));
        }
        long amount = kind < 10 ? owed : 1 + random.nextLong(owed);
        return new Life.Pay(id, day, amount);
    }
}
