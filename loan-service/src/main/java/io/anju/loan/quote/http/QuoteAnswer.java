package io.anju.loan.quote.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.kernel.schedule.CombinedSchedule;
import io.anju.kernel.schedule.Instalment;
import io.anju.kernel.schedule.RepaymentSchedule;
import io.anju.loan.quote.model.Quote;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A quote as JSON; amounts in fen, rates as decimal fractions in text. */
@RegisterForReflection
public record QuoteAnswer(List<Tranche> tranches, Total total) {

    /**
     * One tranche.
     *
     * @param annualRate the contract's, decimal fraction
     * @param prepayments what the what-if pays early; missing without
     * @param realAnnualRate by the internal rate of return (PBoC 2021-3)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record Tranche(
            String annualRate,
            List<Row> instalments,
            @Nullable List<Early> prepayments,
            long firstInstalment,
            long lastInstalment,
            long totalInterest,
            String realAnnualRate) {}

    /**
     * One instalment.
     *
     * @param balance outstanding after it
     */
    @RegisterForReflection
    public record Row(int number, LocalDate dueDate, long amount, long principal, long interest, long balance) {

        static Row of(Instalment row) {
            return new Row(row.number(), row.dueDate(), row.amount(), row.principal(), row.interest(), row.balance());
        }
    }

    /** One prepayment. */
    @RegisterForReflection
    public record Early(LocalDate date, long principal, long interest) {}

    /**
     * All tranches together.
     *
     * @param totalAmount everything that is paid
     * @param interestSaved by the what-if's events
     */
    @RegisterForReflection
    public record Total(
            long principal,
            long firstInstalment,
            long totalInterest,
            long totalAmount,
            String realAnnualRate,
            long interestSaved) {}

    static QuoteAnswer of(Quote quote) {
        CombinedSchedule together = quote.combined();
        return new QuoteAnswer(
                quote.tranches().stream().map(QuoteAnswer::tranche).toList(),
                new Total(
                        together.principal(),
                        quote.firstInstalment(),
                        together.totalInterest(),
                        together.totalAmount(),
                        quote.realAnnualRate().text(),
                        quote.interestSaved()));
    }

    private static Tranche tranche(Quote.Line line) {
        RepaymentSchedule schedule = line.schedule();
        List<Early> early = schedule.prepayments().stream()
                .map(paid -> new Early(paid.date(), paid.principal(), paid.interest()))
                .toList();
        return new Tranche(
                schedule.terms().annualRate().text(),
                schedule.instalments().stream().map(Row::of).toList(),
                early.isEmpty() ? null : early,
                schedule.first().amount(),
                schedule.last().amount(),
                schedule.totalInterest(),
                line.realAnnualRate().text());
    }
}
