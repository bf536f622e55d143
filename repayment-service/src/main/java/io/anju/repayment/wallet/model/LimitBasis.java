package io.anju.repayment.wallet.model;

import io.anju.repayment.collection.model.Bill;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * What a limit is computed from.
 *
 * @param mortgageBalance fen, what is owed of the loan's principal
 * @param historyMonths whole months since the loan was paid out
 * @param counted instalments looked at: the latest {@link #MOST_COUNTED} that were paid or should have been
 * @param onTime those of them that were paid by the end of their grace
 */
public record LimitBasis(long mortgageBalance, int historyMonths, int counted, int onTime) {

    /** Instalments looked at; two years. */
    public static final int MOST_COUNTED = 24;

    public LimitBasis {
        if (mortgageBalance < 0 || historyMonths < 0 || onTime < 0 || onTime > counted || counted > MOST_COUNTED) {
            throw new IllegalArgumentException("no such history");
        }
    }

    /**
     * Reads it off a loan's books.
     *
     * @param bills all of the loan
     */
    public static LimitBasis of(long mortgageBalance, LocalDate start, List<Bill> bills, LocalDate today) {
        List<Bill> latest = bills.stream()
                .filter(bill ->
                        bill instanceof Bill.Paid || bill.facts().lastOfGrace().isBefore(today))
                .sorted(Comparator.comparingInt((Bill bill) -> bill.facts().number())
                        .reversed())
                .limit(MOST_COUNTED)
                .toList();
        int onTime = (int) latest.stream()
                .filter(bill -> bill instanceof Bill.Paid paid
                        && !paid.on().isAfter(bill.facts().lastOfGrace()))
                .count();
        int months = (int) Math.max(0, ChronoUnit.MONTHS.between(start, today));
        return new LimitBasis(mortgageBalance, months, latest.size(), onTime);
    }
}
