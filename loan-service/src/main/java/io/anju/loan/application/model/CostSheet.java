package io.anju.loan.application.model;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Result;
import io.anju.loan.quote.model.Quote;
import io.anju.loan.quote.model.QuoteRefusal;
import io.anju.loan.quote.model.QuoteTranche;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything that a loan costs its borrower over its life (综合融资成本明示表), the real annual rate first (PBoC 2021-3).
 *
 * <p>Made from the approval alone, so that it says the same whenever it is read: as if the loan started on the day of the
 * approval. Interest is the only cost that the borrower bears; valuation and registration are the bank's.
 *
 * @param realAnnualRate by the internal rate of return
 * @param quote the figures behind it
 */
public record CostSheet(AnnualRate realAnnualRate, Quote quote) {

    /** The sheet of an approval. */
    public static CostSheet of(Approval approval) {
        LocalDate start = approval.day();
        List<QuoteTranche> tranches = approval.tranches().stream()
                .map(tranche -> new QuoteTranche(tranche.terms(start, approval.dueDay()), List.of()))
                .toList();
        return switch (Quote.of(tranches)) {
            case Result.Ok<Quote, QuoteRefusal>(Quote quote) -> new CostSheet(quote.realAnnualRate(), quote);
            case Result.Refused<Quote, QuoteRefusal>(QuoteRefusal refusal) ->
                throw new IllegalStateException("an approved loan has no cost: " + refusal);
        };
    }

    /** The borrower's confirmation, when the figure that they were shown is this sheet's. */
    public Result<CostSheetConfirmation, ApplicationRefusal> confirm(AnnualRate shown, Instant at) {
        return shown.equals(realAnnualRate)
                ? Result.ok(new CostSheetConfirmation(realAnnualRate.fraction(), at))
                : Result.refused(new ApplicationRefusal.CostSheetChanged(realAnnualRate, shown));
    }
}
