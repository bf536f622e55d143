package io.anju.repayment.reversal.model;

import static io.anju.repayment.reversal.model.Lives.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.result.Result;
import io.anju.repayment.ledger.model.Receipt;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Lives at random, each lived twice: with a payment that is taken back, and without it. */
class UndoingPropertiesTest {

    private static final int LIVES = 2_000;
    private static final long SEED = 20_261_129;

    private final Random random = new Random(SEED);
    private final Lives lives = new Lives(random, 14, 5, false);
    private int undone;
    private int reallocated;
    private int unbilled;
    private int refused;

    @Test
    void aPaymentTakenBackIsAsIfItHadNotBeen() {
        for (int i = 0; i < LIVES; i++) {
            Lives.Lived lived = lives.live();
            List<UUID> payments = lived.payments();
            if (payments.isEmpty() || lived.life().isSettled()) {
                continue;
            }
            boolean last = random.nextInt(3) == 0;
            LocalDate today = lived.life().today.plusDays(last ? 0 : random.nextInt(40));
            lived.life().reach(today);
            takeBack(lived, last ? payments.getLast() : payments.get(random.nextInt(payments.size())), today);
        }
        assertTrue(undone > LIVES / 4, "too few were taken back to prove anything: " + undone);
        assertTrue(reallocated > LIVES / 20, "too few later payments were used otherwise: " + reallocated);
        assertTrue(unbilled > LIVES / 100, "too few had been paid ahead: " + unbilled);
        assertTrue(refused > LIVES / 20, "too few were refused: " + refused);
    }

    private void takeBack(Lives.Lived lived, UUID payment, LocalDate today) {
        Life life = lived.life();
        switch (life.undoing(payment)) {
            // A fen more than would have been owed was waived: the lateness of other days is rounded otherwise.
            case Result.Refused<Undoing, ReversalRefusal>(ReversalRefusal.MoreThanOwed refusal) ->
                assertEquals(List.of(), lived.without(Set.of(payment), today));
            case Result.Refused<Undoing, ReversalRefusal>(ReversalRefusal refusal) -> {
                assertInstanceOf(ReversalRefusal.StoodOn.class, refusal);
                refused++;
            }
            case Result.Ok<Undoing, ReversalRefusal>(Undoing undoing) -> {
                undone++;
                reallocated += undoing.instead().isEmpty() ? 0 : 1;
                unbilled += undoing.unbilled().isPresent() ? 1 : 0;
                life.keep(payment, undoing);
                Life other = lived.without(Set.of(payment), today).getFirst();
                assertAlike(other, life);
                // And goes on as one without it.
                for (int more = 0; more < 4; more++) {
                    Act act = lives.someAct(life, today.plusDays(1 + 17L * more));
                    assertEquals(other.act(act), life.act(act), act::toString);
                }
                assertAlike(other, life);
            }
        }
    }

    private static void assertAlike(Life expected, Life life) {
        assertSame(expected, life);
        Receipt prepaid =
                life.quotedAt.keySet().stream().map(life.posted::get).reduce(new Receipt(0, 0, 0, 0), Receipt::plus);
        assertEquals(life.booked, Lives.used(life).plus(prepaid));
    }
}
