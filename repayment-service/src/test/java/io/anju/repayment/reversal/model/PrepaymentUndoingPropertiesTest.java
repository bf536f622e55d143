package io.anju.repayment.reversal.model;

import static io.anju.repayment.reversal.model.Lives.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.result.Result;
import io.anju.repayment.collection.model.RateStep;
import io.anju.repayment.loan.model.LoanEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Lives at random, each lived again without the prepayments and payments that are taken back, one after the other. */
class PrepaymentUndoingPropertiesTest {

    private static final int LIVES = 2_000;
    private static final int TIMES = 4;
    private static final long SEED = 20_261_130;

    private final Random random = new Random(SEED);
    private final Lives lives = new Lives(random, 16, 30, true);
    private int undone;
    private int second;
    private int reopened;
    private int reallocated;
    private int repriced;
    private int billedAnew;
    private int stoodOn;
    private int tooMuch;
    private int ratesBehind;
    private int overdueFirst;

    @Test
    void aPrepaymentTakenBackIsAsIfItHadNotBeen() {
        for (int i = 0; i < LIVES; i++) {
            Lives.Lived lived = lives.live();
            if (lived.prepayments().isEmpty()) {
                continue;
            }
            LocalDate today = lived.life().today.plusDays(random.nextInt(40));
            lived.life().reach(today);
            takeBackSome(lived, today);
        }
        assertTrue(undone > LIVES / 4, "too few were taken back to prove anything: " + undone);
        assertTrue(second > LIVES / 20, "too few were taken back behind another: " + second);
        assertTrue(reopened > LIVES / 50, "too few loans had been settled: " + reopened);
        assertTrue(reallocated > LIVES / 20, "too few later payments were used otherwise: " + reallocated);
        assertTrue(repriced > LIVES / 20, "too few rates were fixed since: " + repriced);
        assertTrue(billedAnew > LIVES / 20, "too little was billed since: " + billedAnew);
        assertTrue(stoodOn > LIVES / 20, "too few were stood on: " + stoodOn);
        assertTrue(tooMuch > LIVES / 100, "too few had more paid than would be owed: " + tooMuch);
        assertTrue(overdueFirst > LIVES / 50, "too few had paid what was overdue first: " + overdueFirst);
        assertTrue(ratesBehind > 0 && ratesBehind < undone / 10, "of another rate than paid by: " + ratesBehind);
    }

    /** The newest prepayment more often than the others, since these are stood on; a payment now and then. */
    private void takeBackSome(Lives.Lived lived, LocalDate from) {
        Set<UUID> gone = new HashSet<>();
        LocalDate today = from;
        for (int time = 0; time < TIMES; time++) {
            List<UUID> prepayments = left(lived.prepayments(), gone);
            List<UUID> payments = left(lived.payments(), gone);
            boolean one = !prepayments.isEmpty() && (time == 0 || random.nextInt(3) > 0);
            List<UUID> among = one ? prepayments : payments;
            if (among.isEmpty() || !one && lived.life().isSettled()) {
                return;
            }
            UUID chosen = random.nextInt(3) > 0 ? among.getLast() : among.get(random.nextInt(among.size()));
            if (!takeBack(lived, chosen, gone, today)) {
                return;
            }
            today = today.plusDays(random.nextInt(30));
            lived.life().reach(today);
        }
    }

    private static List<UUID> left(List<UUID> all, Set<UUID> gone) {
        return all.stream().filter(id -> !gone.contains(id)).toList();
    }

    /** Answers whether this life and the other can go on side by side. */
    private boolean takeBack(Lives.Lived lived, UUID chosen, Set<UUID> gone, LocalDate today) {
        Life life = lived.life();
        Set<UUID> both = new HashSet<>(gone);
        both.add(chosen);
        List<Life> other = lived.without(both, today);
        switch (life.undoing(chosen)) {
            case Result.Refused<Undoing, ReversalRefusal>(ReversalRefusal.StoodOn refusal) -> stoodOn++;
            case Result.Refused<Undoing, ReversalRefusal>(ReversalRefusal.MoreThanOwed refusal) -> {
                tooMuch++;
                assertTrue(
                        other.isEmpty() || other.getFirst().bills.size() > life.bills.size(),
                        () -> "there is such a life: " + refusal);
            }
            case Result.Refused<Undoing, ReversalRefusal>(ReversalRefusal refusal) ->
                throw new AssertionError(refusal.toString());
            case Result.Ok<Undoing, ReversalRefusal>(Undoing undoing) -> {
                count(life, chosen, undoing, gone);
                life.keep(chosen, undoing);
                life.reach(today);
                gone.add(chosen);
                assertEquals(1, other.size(), "there is no such life");
                if (isRepricedBehindAPayment(life)) {
                    // With the prepayment all was billed, and no rate fixed any more; what was paid was paid without
                    // it.
                    ratesBehind++;
                    assertEquals(other.getFirst().loan, life.loan);
                    assertTrue(Undoing.areTraced(List.copyOf(life.bills.values()), life.shares));
                    return false;
                }
                assertSame(other.getFirst(), life);
                goOn(lived, other.getFirst(), today);
            }
        }
        return true;
    }

    /** And goes on as one without it. */
    private void goOn(Lives.Lived lived, Life other, LocalDate today) {
        Life copy = lived.life();
        List<Act> more = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Act act = lives.someAct(copy, today);
            boolean done = copy.act(act);
            assertEquals(other.act(act), done, act::toString);
            if (done) {
                more.add(act);
            }
        }
        lived.acts().addAll(more);
        assertSame(other, copy);
    }

    private void count(Life life, UUID chosen, Undoing undoing, Set<UUID> gone) {
        undone++;
        second += gone.isEmpty() ? 0 : 1;
        reopened += life.isSettled() ? 1 : 0;
        boolean late = life.shares.stream().anyMatch(share -> share.isOf(chosen));
        overdueFirst += late && life.quotedAt.containsKey(chosen) ? 1 : 0;
        reallocated += undoing.instead().isEmpty() ? 0 : 1;
        Integer quotedAt = life.quotedAt.get(chosen);
        if (quotedAt != null) {
            List<LoanEvent> since = life.events.subList(quotedAt + 1, life.events.size());
            repriced += since.stream().anyMatch(LoanEvent.Repriced.class::isInstance) ? 1 : 0;
            billedAnew += since.stream().anyMatch(LoanEvent.Billed.class::isInstance) ? 1 : 0;
        }
    }

    /** Whether a rate became known after money had come in for days on which it was in force. */
    private static boolean isRepricedBehindAPayment(Life life) {
        return RateStep.of(life.events, 0).stream()
                .anyMatch(step -> life.shares.stream()
                        .anyMatch(share ->
                                share.version() < step.number() && share.date().isAfter(step.date())));
    }
}
