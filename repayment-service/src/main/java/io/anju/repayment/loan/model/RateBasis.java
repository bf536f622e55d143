package io.anju.repayment.loan.model;

import io.anju.kernel.rate.FloatingRate;
import io.anju.kernel.rate.ReferenceRate;
import io.anju.kernel.rate.RepricingDay;
import io.anju.kernel.rate.RepricingDays;
import io.anju.kernel.rate.Spread;
import io.anju.kernel.rate.SpreadHistory;
import java.time.LocalDate;
import java.util.Optional;

/** Whether and how a loan's rate changes. */
public sealed interface RateBasis {

    /** The days on which the rate is fixed anew, for a loan that begins on a day; empty for a fixed rate. */
    Optional<RepricingDays> repricingDays(RepricingDay day, LocalDate startDate);

    /** The same rate to the end. */
    record Fixed() implements RateBasis {
        @Override
        public Optional<RepricingDays> repricingDays(RepricingDay day, LocalDate startDate) {
            return Optional.empty();
        }
    }

    /**
     * The loan prime rate of the day before plus a spread, fixed anew in cycles from 1 January or from the loan's own day.
     *
     * @param tenor which LPR
     * @param spread added to it, possibly negative
     * @param cycleMonths 3, 6 or 12
     */
    record Floating(ReferenceRate.Tenor tenor, Spread spread, int cycleMonths) implements RateBasis {
        @Override
        public Optional<RepricingDays> repricingDays(RepricingDay day, LocalDate startDate) {
            return Optional.of(day.of(startDate, cycleMonths));
        }

        /** This rate against a published series. */
        public FloatingRate against(ReferenceRate series) {
            return new FloatingRate(series, SpreadHistory.always(spread));
        }
    }
}
