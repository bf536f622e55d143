package io.anju.repayment.prepayment.http;

import io.anju.kernel.schedule.Outlook;
import io.anju.repayment.prepayment.model.Offer;
import io.anju.repayment.prepayment.model.OverdueBill;
import io.anju.repayment.prepayment.model.Quote;
import io.anju.repayment.prepayment.model.Way;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every way of repaying an amount early, side by side. Amounts in fen.
 *
 * @param date day up to which interest is counted
 * @param overdue instalments that are unpaid, oldest first: they are paid first, and by the same debit
 * @param principal repaid early
 * @param full whether that is everything
 * @param unchanged what is to come without it
 */
@RegisterForReflection
public record OfferView(
        UUID loanId,
        LocalDate date,
        List<OverdueView> overdue,
        long principal,
        boolean full,
        Outlook unchanged,
        List<QuoteView> quotes) {

    public OfferView {
        overdue = List.copyOf(overdue);
        quotes = List.copyOf(quotes);
    }

    /**
     * What is owed of an instalment on the day.
     *
     * @param penalty for lateness
     */
    @RegisterForReflection
    public record OverdueView(int instalment, long penalty, long interest, long principal, long total) {

        static OverdueView of(OverdueBill bill) {
            return new OverdueView(bill.number(), bill.penalty(), bill.interest(), bill.principal(), bill.total());
        }
    }

    /**
     * One way.
     *
     * @param id to take it with
     * @param interest of the actual days; negative where interest paid ahead is given back
     * @param compensation by the contract
     * @param overdue fen, all of what is overdue
     * @param total the one amount to pay
     * @param validUntil last day on which it can be taken, unless something happens to the loan before
     * @param outlook what is to come; absent when nothing is
     */
    @RegisterForReflection
    public record QuoteView(
            UUID id,
            Way option,
            long overdue,
            long principal,
            long interest,
            long compensation,
            long total,
            long interestSaved,
            LocalDate validUntil,
            @Nullable Outlook outlook) {

        static QuoteView of(Offer.Choice choice) {
            Quote quote = choice.quote();
            return new QuoteView(
                    quote.id(),
                    quote.way(),
                    OverdueBill.total(quote.overdue()),
                    quote.principal(),
                    quote.interest(),
                    quote.compensation(),
                    quote.total(),
                    quote.interestSaved(),
                    quote.date(),
                    choice.outlook().orElse(null));
        }
    }

    static OfferView of(Offer offer) {
        Quote first = offer.choices().getFirst().quote();
        return new OfferView(
                first.loanId(),
                first.date(),
                first.overdue().stream().map(OverdueView::of).toList(),
                first.principal(),
                first.way() == Way.FULL,
                offer.unchanged(),
                offer.choices().stream().map(QuoteView::of).toList());
    }
}
