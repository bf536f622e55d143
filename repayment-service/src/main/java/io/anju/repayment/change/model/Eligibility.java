package io.anju.repayment.change.model;

import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.rate.AnnualRate;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.loan.model.RateBasis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The conditions of a change, each a value with its evidence: a borrower sees what is missing, not only that it is. */
final class Eligibility {

    private static final int YEAR = 12;

    private final ChangeCandidate candidate;
    private final ChangePolicy policy;
    private final LocalDate today;
    private final List<Check> checks = new ArrayList<>();

    private Eligibility(ChangeCandidate candidate, ChangePolicy policy, LocalDate today) {
        this.candidate = candidate;
        this.policy = policy;
        this.today = today;
    }

    /** All that are looked at for this ask. */
    static List<Check> of(ChangeCandidate candidate, ChangeAsk ask, LocalDate today, ChangePolicy policy) {
        var eligibility = new Eligibility(candidate, policy, today);
        eligibility.addCommon(ask);
        eligibility.addOwn(ask);
        return List.copyOf(eligibility.checks);
    }

    private void addCommon(ChangeAsk ask) {
        LocalDate nextDue = candidate.loan().position().nextDue();
        boolean repriced = candidate
                .loan()
                .nextRepricing()
                .filter(day -> !day.isAfter(today))
                .isEmpty();
        add("UP_TO_DATE", nextDue.isAfter(today) && repriced, Map.of("nextDueDate", nextDue));
        add(
                "NOTHING_UNPAID",
                candidate.oldestUnpaid().isEmpty(),
                candidate
                        .oldestUnpaid()
                        .<Map<String, Object>>map(n -> Map.of("instalment", n))
                        .orElse(Map.of()));
        checks.add(candidate.nothingUnderWay());
        int billed = candidate.loan().position().billed();
        add("PAID_LONG_ENOUGH", billed >= policy.paidLeast(), Map.of("paid", billed, "least", policy.paidLeast()));
        long lately = candidate.agreed().stream()
                .filter(event -> isOf(event, ask.kind()))
                .filter(event -> event.date().plusMonths(YEAR).isAfter(today))
                .count();
        add(
                "NOT_CHANGED_LATELY",
                lately < policy.perYear(),
                Map.of("inTwelveMonths", lately, "most", policy.perYear()));
    }

    private void addOwn(ChangeAsk ask) {
        switch (ask) {
            case ChangeAsk.DueDay day -> {
                // A fortnight has no day of the month that could be another.
                if (frequency() != Frequency.MONTHLY) {
                    add("REPAID_MONTHLY", false, Map.of("frequency", frequency()));
                }
            }
            case ChangeAsk.MethodTo method -> {}
            case ChangeAsk.Longer(int more) -> {
                int all = candidate.instalments() + more;
                int most = frequency().instalments(policy.termMost());
                add("TERM_WITHIN_LIMIT", all <= most, Map.of("instalments", all, "most", most));
            }
            case ChangeAsk.Relief(int instalments) -> {
                int most = frequency().instalments(policy.reliefMost());
                add("RELIEF_WITHIN_LIMIT", instalments <= most, Map.of("instalments", instalments, "most", most));
            }
            case ChangeAsk.Cycle cycle -> {
                addBasis(true);
                addCycleChanges();
            }
            case ChangeAsk.ToFixed fixed -> addBasis(true);
            case ChangeAsk.ToFloating floating -> addBasis(false);
            case ChangeAsk.LowerSpread lower -> {
                addBasis(true);
                addAverage();
            }
        }
    }

    private Frequency frequency() {
        return candidate.loan().position().state().frequency();
    }

    private void addBasis(boolean floating) {
        boolean is = candidate.loan().agreement().basis() instanceof RateBasis.Floating;
        add(floating ? "RATE_IS_FLOATING" : "RATE_IS_FIXED", is == floating, Map.of());
    }

    private void addCycleChanges() {
        long changes = candidate.agreed().stream()
                .filter(event -> isOf(event, ChangeAsk.Kind.CYCLE))
                .count();
        add(
                "CYCLE_CHANGES_LEFT",
                changes < policy.cycleChangesMost(),
                Map.of("changed", changes, "most", policy.cycleChangesMost()));
    }

    private void addAverage() {
        Map<String, Object> found = policy.average(today)
                .<Map<String, Object>>map(
                        average -> Map.of("published", average.getKey(), "average", text(average.getValue())))
                .orElse(Map.of());
        add("AVERAGE_PUBLISHED", !found.isEmpty(), found);
    }

    private static String text(AnnualRate rate) {
        return rate.text();
    }

    private static boolean isOf(LoanEvent.Changed event, ChangeAsk.Kind kind) {
        return ChangeRules.kindOf(event) == kind;
    }

    private void add(String rule, boolean met, Map<String, Object> evidence) {
        checks.add(new Check(rule, met, evidence));
    }
}
