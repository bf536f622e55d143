package io.anju.loan.referencerate;

import io.anju.kit.event.DomainEvent;
import io.anju.loan.referencerate.model.PublishedRate;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;

/**
 * Data of {@code anju.reference-rate.published.v1}: a loan prime rate, or the average of new loans, has a new value.
 *
 * @param rate LPR_1Y, LPR_5Y or NEW_LOAN_AVERAGE
 * @param date in force from that day on
 * @param value decimal fraction as text
 */
@RegisterForReflection
public record ReferenceRatePublished(String rate, LocalDate date, String value) {

    /** The event's type. */
    public static final String TYPE = "anju.reference-rate.published.v1";

    static DomainEvent of(PublishedRate rate) {
        var data = new ReferenceRatePublished(
                rate.rate().name(), rate.date(), rate.value().toPlainString());
        return new DomainEvent(TYPE, rate.rate().name(), data);
    }
}
