package io.anju.repayment.change.model;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.ReferenceRate;
import io.anju.kernel.rate.Spread;
import io.anju.kernel.rate.SpreadRules;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.RepaymentTerms;
import io.anju.repayment.loan.model.Agreement;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.RateBasis;
import io.anju.repayment.loan.model.ReferenceRates;
import io.anju.repayment.loan.model.SomeConditions;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** A loan and a day for tests of changes. */
final class SomeLoan {

    static final LocalDate START = LocalDate.of(2026, 11, 22);

    private SomeLoan() {}

    static RateBasis.Floating floating(String spread) {
        return new RateBasis.Floating(ReferenceRate.Tenor.LPR_5Y, Spread.of(spread), 12);
    }

    static Agreement agreement(RepaymentTerms terms, RateBasis basis) {
        return new Agreement(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                terms,
                SomeConditions.USUAL,
                basis,
                "escrow-1");
    }

    /** 1,000,000.00 yuan at 3.5 % over 360 months after some instalments, never repriced. */
    static Loan.Active billed(int instalments, RateBasis basis) {
        RepaymentTerms terms = RepaymentTerms.monthly(
                100_000_000, AnnualRate.of("0.0350"), 360, Method.EQUAL_INSTALMENT, START, LocalDate.of(2026, 12, 22));
        Loan.Active loan = new Loan.Opening(agreement(terms, basis)).disbursed(START);
        for (int i = 0; i < instalments; i++) {
            loan = loan.bill().after();
        }
        return new Loan.Active(
                loan.agreement(),
                loan.position(),
                loan.agreement().repricingAfter(loan.position().periodStart()),
                Optional.empty());
    }

    static ChangeCandidate candidate(Loan.Active loan) {
        return new ChangeCandidate(
                loan, loan.position().billed() + 1L, Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    /** A day with the LPR at 3.50 % and new loans at 3.06 % on average. */
    static ChangeRules.Day day(LocalDate today) {
        AnnualRate lpr = AnnualRate.of("0.0350");
        // Whatever day of the months before is asked for finds a value that is not stale.
        var published = java.util.stream.IntStream.rangeClosed(0, 4)
                .mapToObj(month ->
                        new ReferenceRate.Publication(today.minusDays(10).minusMonths(month), lpr))
                .toList();
        return new ChangeRules.Day(
                today,
                new ReferenceRates(
                        Map.of(ReferenceRate.Tenor.LPR_5Y, published, ReferenceRate.Tenor.LPR_1Y, published)),
                policy(today));
    }

    private static ChangePolicy policy(LocalDate today) {
        Set<ChangeAsk.Kind> amended = EnumSet.of(
                ChangeAsk.Kind.METHOD,
                ChangeAsk.Kind.TERM,
                ChangeAsk.Kind.CYCLE,
                ChangeAsk.Kind.TO_FIXED,
                ChangeAsk.Kind.TO_FLOATING,
                ChangeAsk.Kind.SPREAD);
        return new ChangePolicy(
                7,
                1,
                1,
                12,
                360,
                1,
                amended,
                SpreadRules.OF_2024,
                new TreeMap<>(Map.of(today.minusMonths(1), AnnualRate.of("0.0306"))));
    }
}
