package io.anju.repayment.prepayment.model;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.anju.kernel.prepay.Compensation;
import io.anju.kernel.prepay.PrepaymentPolicy;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.RepaymentTerms;
import java.time.LocalDate;

/** A million over thirty years at 3.5 %, and what is offered for it. */
final class SomeOffers {

    static final PrepaymentPolicy POLICY = new PrepaymentPolicy(100_000, 0, Compensation.NONE);

    private SomeOffers() {}

    static Offer.Choice choice(Offer offer, Way way) {
        return offer.choices().stream()
                .filter(choice -> choice.quote().way() == way)
                .findFirst()
                .orElseThrow();
    }

    static LoanPosition billed(int instalments) {
        LoanPosition position = LoanPosition.opening(RepaymentTerms.monthly(
                100_000_000,
                AnnualRate.of("0.035"),
                360,
                Method.EQUAL_INSTALMENT,
                LocalDate.of(2026, 11, 22),
                LocalDate.of(2026, 12, 22)));
        for (int i = 0; i < instalments; i++) {
            position = position.bill().after();
        }
        return position;
    }

    static void assertRefused(Class<?> kind, Result<Offer, PrepaymentRefusal> answer) {
        assertInstanceOf(kind, assertInstanceOf(Result.Refused.class, answer).refusal());
    }

    static Offer value(Result<Offer, PrepaymentRefusal> answer) {
        return switch (answer) {
            case Result.Ok<Offer, PrepaymentRefusal>(Offer offer) -> offer;
            case Result.Refused<Offer, PrepaymentRefusal>(PrepaymentRefusal refusal) ->
                throw new AssertionError(refusal.toString());
        };
    }
}
