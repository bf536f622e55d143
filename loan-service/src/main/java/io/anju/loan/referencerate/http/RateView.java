package io.anju.loan.referencerate.http;

import io.anju.kernel.rate.AnnualRate;
import io.anju.loan.referencerate.model.PublishedRate;
import io.anju.loan.referencerate.model.Rate;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;

/**
 * A published rate as JSON.
 *
 * @param date in force from that day on
 * @param value decimal fraction as text, {@code "0.0350"}
 */
@RegisterForReflection
public record RateView(Rate rate, LocalDate date, String value) {

    static RateView of(PublishedRate rate) {
        return new RateView(
                rate.rate(), rate.date(), AnnualRate.of(rate.value()).text());
    }
}
