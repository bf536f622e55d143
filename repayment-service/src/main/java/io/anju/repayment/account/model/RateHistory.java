package io.anju.repayment.account.model;

import io.anju.kernel.rate.AnnualRate;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A loan's rates since its start.
 *
 * @param fixed the days on which it followed its reference, in order
 * @param agreed how else it was set, by amendments and batches, in order
 */
public record RateHistory(Loan loan, List<LoanEvent.Repriced> fixed, List<LoanEvent.RateTermsChanged> agreed) {

    public RateHistory {
        fixed = List.copyOf(fixed);
        agreed = List.copyOf(agreed);
    }

    /**
     * A rate and since when.
     *
     * @param reference the publication that counted; empty where the rate was agreed
     */
    public record Entry(LocalDate from, AnnualRate rate, Cause cause, Optional<Published> reference) {}

    /** A published value of the reference. */
    public record Published(AnnualRate value, LocalDate date) {}

    /** Why the rate is what it is. */
    public enum Cause {
        /** Agreed in the contract. */
        CONTRACT,
        /** Fixed anew on a repricing day. */
        REPRICING,
        /** Agreed in an amendment. */
        AMENDMENT,
        /** Its spread came down with those of many loans, by the bank's decision. */
        SPREAD_BATCH
    }

    /** All of them, oldest first. */
    public List<Entry> entries() {
        var terms = loan.agreement().terms();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(terms.startDate(), terms.annualRate(), Cause.CONTRACT, Optional.empty()));
        Stream.concat(fixed.stream().map(RateHistory::fixing), agreed.stream().map(RateHistory::amendment))
                .sorted(Comparator.comparing(Entry::from))
                .forEach(entries::add);
        return List.copyOf(entries);
    }

    private static Entry fixing(LoanEvent.Repriced event) {
        var published = new Published(AnnualRate.of(event.reference()), event.published());
        return new Entry(event.date(), AnnualRate.of(event.newRate()), Cause.REPRICING, Optional.of(published));
    }

    private static Entry amendment(LoanEvent.RateTermsChanged event) {
        return new Entry(
                event.date(),
                AnnualRate.of(event.rate()),
                event.byBorrower() ? Cause.AMENDMENT : Cause.SPREAD_BATCH,
                Optional.empty());
    }
}
