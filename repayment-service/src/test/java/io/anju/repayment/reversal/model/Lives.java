package io.anju.repayment.reversal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.ReferenceRate;
import io.anju.kernel.rate.Spread;
import io.anju.kernel.schedule.PrepaymentOption;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillFacts;
import io.anju.repayment.collection.model.BillShare;
import io.anju.repayment.collection.model.RateStep;
import io.anju.repayment.ledger.model.Receipt;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanReplay;
import io.anju.repayment.loan.model.RateBasis;
import io.anju.repayment.loan.model.ReferenceRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lives at random, each of which can be lived once more without some of what was paid in it.
 *
 * @param prepayments of a hundred acts when nothing is due
 * @param floating whether rates are fixed anew, every three months
 */
record Lives(Random random, int acts, int prepayments, boolean floating) {

    /** A life, and what was done in it. */
    record Lived(Life life, List<Act> acts, Supplier<Life> born) {

        List<UUID> payments() {
            return acts.stream()
                    .flatMap(act -> switch (act) {
                        case Act.Pay pay -> Stream.of(pay.id());
                        case Act.Ahead ahead -> Stream.of(ahead.id());
                        case Act.Waive waive -> Stream.<UUID>empty();
                        case Act.Prepay prepay -> Stream.<UUID>empty();
                    })
                    .toList();
        }

        List<UUID> prepayments() {
            return acts.stream()
                    .filter(Act.Prepay.class::isInstance)
                    .map(act -> ((Act.Prepay) act).id())
                    .toList();
        }

        /** The same life without some payments, or nothing where it could not have been. */
        List<Life> without(Set<UUID> payments, LocalDate until) {
            Life other = born.get();
            other.takesTooMuch = true;
            for (Act act : acts) {
                if (!payments.contains(idOf(act)) && !other.act(act)) {
                    return List.of();
                }
            }
            other.reach(until);
            other.takesTooMuch = false;
            return other.tooMuch.isEmpty() ? List.of(other) : List.of();
        }

        private static UUID idOf(Act act) {
            return switch (act) {
                case Act.Pay pay -> pay.id();
                case Act.Ahead ahead -> ahead.id();
                case Act.Waive waive -> waive.id();
                case Act.Prepay prepay -> prepay.id();
            };
        }
    }

    Lived live() {
        long principal = 1_000_000 + random.nextLong(100_000_000);
        int months = 24 + random.nextInt(337);
        RateBasis basis = floating
                ? new RateBasis.Floating(ReferenceRate.Tenor.LPR_5Y, new Spread(BigDecimal.ZERO), 3)
                : new RateBasis.Fixed();
        ReferenceRates rates = published();
        Supplier<Life> born = () -> new Life(principal, months, basis, rates);
        Life life = born.get();
        List<Act> done = new ArrayList<>();
        LocalDate day = Life.START;
        for (int i = 0; i < acts; i++) {
            day = day.plusDays(1 + random.nextInt(25));
            life.reach(day);
            Act act = someAct(life, day);
            if (life.act(act)) {
                done.add(act);
            }
        }
        return new Lived(life, done, born);
    }

    private ReferenceRates published() {
        List<ReferenceRate.Publication> monthly = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2025, 12, 20); day.getYear() < 2028; day = day.plusMonths(1)) {
            AnnualRate value =
                    AnnualRate.of(new BigDecimal("0.0005").multiply(BigDecimal.valueOf(60 + random.nextInt(20))));
            monthly.add(new ReferenceRate.Publication(day, value));
        }
        return new ReferenceRates(Map.of(ReferenceRate.Tenor.LPR_5Y, monthly));
    }

    /** Mostly a payment of some of what is due. */
    Act someAct(Life life, LocalDate day) {
        life.reach(day);
        UUID id = new UUID(random.nextLong(), random.nextLong());
        long owed = life.owed(day);
        if (owed == 0) {
            return someActAhead(life, id, day);
        }
        int kind = random.nextInt(20);
        Bill.Unpaid some = life.unpaid().get(random.nextInt(life.unpaid().size()));
        long late = some.owedOn(day).penalty();
        if (kind < 5 && late > 0) {
            return new Act.Waive(id, day, some.facts().number(), 1 + random.nextLong(late));
        }
        if (kind == 19 && prepayments > 10) {
            return somePrepayment(life, id, day);
        }
        return new Act.Pay(id, day, kind < 10 ? owed : 1 + random.nextLong(owed));
    }

    private Act someActAhead(Life life, UUID id, LocalDate day) {
        int kind = random.nextInt(100);
        if (kind < prepayments && !life.isSettled()) {
            return somePrepayment(life, id, day);
        }
        return kind < prepayments + 10 ? new Act.Ahead(id, day) : new Act.Pay(id, day, 1);
    }

    private Act.Prepay somePrepayment(Life life, UUID id, LocalDate day) {
        long outstanding = Math.max(1, life.active().position().state().outstanding());
        long amount = random.nextInt(8) == 0 ? outstanding : 1 + random.nextLong(outstanding);
        return new Act.Prepay(id, day, amount, PrepaymentOption.values()[random.nextInt(2)]);
    }

    static void assertSame(Life expected, Life life) {
        assertEquals(expected.loan, life.loan);
        assertEquals(life.loan, LoanReplay.of(life.loan.agreement(), life.events), "replayed from nothing");
        assertEquals(expected.bills.keySet(), life.bills.keySet());
        expected.bills.forEach((number, bill) -> {
            switch (bill) {
                case Bill.Paid paid -> {
                    var now = assertInstanceOf(Bill.Paid.class, life.bills.get(number));
                    assertEquals(unnumbered(paid.facts()), unnumbered(now.facts()));
                    assertEquals(paid, new Bill.Paid(paid.facts(), now.on(), now.penaltyPaid()));
                }
                case Bill.Unpaid unpaid -> {
                    var now = assertInstanceOf(Bill.Unpaid.class, life.bills.get(number));
                    assertEquals(unnumbered(unpaid.facts()), unnumbered(now.facts()));
                    assertEquals(unpaid.open(), now.open());
                }
            }
        });
        assertEquals(expected.booked, life.booked, "what the ledger says was used for each part");
        assertEquals(
                life.loan.agreement().terms().principal() - life.booked.principal(),
                outstanding(life.loan)
                        + life.unpaid().stream()
                                .mapToLong(bill -> bill.open().principal())
                                .sum(),
                "what the ledger says is owed");
    }

    /** What happened has other numbers in a life in which less happened. */
    private static BillFacts unnumbered(BillFacts facts) {
        return new BillFacts(
                facts.loanId(),
                facts.number(),
                facts.dueDate(),
                facts.lastInTime(),
                facts.principal(),
                facts.interest(),
                facts.rate(),
                facts.since().stream()
                        .map(step -> new RateStep(step.date(), step.rate(), 0))
                        .toList(),
                facts.late());
    }

    private static long outstanding(Loan loan) {
        return loan instanceof Loan.Active active ? active.position().state().outstanding() : 0;
    }

    /** What the shares in force say was used for each part. */
    static Receipt used(Life life) {
        return life.shares.stream()
                .filter(share -> share.cause() instanceof BillShare.Payment)
                .map(BillShare::parts)
                .reduce(new Receipt(0, 0, 0, 0), Receipt::plus);
    }
}
