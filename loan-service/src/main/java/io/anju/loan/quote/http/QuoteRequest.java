package io.anju.loan.quote.http;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.PrepaymentOption;
import io.anju.kit.time.CivilDate;
import io.anju.loan.product.model.TrancheKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to calculate.
 *
 * @param startDate first day of interest, from 1900-01-01 to 2199-12-31; today when missing
 * @param firstDueDate date of instalment 1, within the same years; one month (fortnightly: 14 days) after the start when missing
 * @param events what-if: what would happen to the loan
 */
@RegisterForReflection
public record QuoteRequest(
        @NotEmpty @Size(max = 4) List<@NotNull @Valid Tranche> tranches,
        @Nullable @CivilDate LocalDate startDate,
        @Nullable @CivilDate LocalDate firstDueDate,
        @Nullable @Size(max = 100) List<@NotNull @Valid Event> events) {

    /** The longest quote: a limit for what a caller may ask, no product's. */
    static final int MAX_MONTHS = 600;

    /**
     * A tranche, with a rate or a product that has one.
     *
     * @param principal fen
     * @param annualRate decimal fraction; instead of it, {@code product}
     * @param product code; the rate is the reference rate in force on the start date plus the product's spread, and interest is
     *     counted by its conventions
     * @param kind which of the product's tranches; the first when missing
     * @param interestOnlyMonths of the term, at its start, in which interest alone is paid; none when missing
     */
    @RegisterForReflection
    public record Tranche(
            @NotNull @Positive @Max(10_000_000_000_000L) Long principal,
            @NotNull @Min(1) @Max(MAX_MONTHS) Integer months,
            @NotNull Method method,

            @Nullable
            @DecimalMin("0")
            @DecimalMax("1")
            @Digits(integer = 1, fraction = 6)
            @Schema(type = SchemaType.STRING, examples = "0.0385")
            BigDecimal annualRate,

            @Nullable @Size(max = 40) String product,
            @Nullable TrancheKind kind,
            @Nullable @Min(0) @Max(MAX_MONTHS) Integer interestOnlyMonths) {

        /** Months of interest alone; 0 for none. */
        int interestOnly() {
            return Objects.requireNonNullElse(interestOnlyMonths, 0);
        }
    }

    /** Something that would happen to a tranche, counted from 0; the first when missing. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Event.Prepayment.class, name = "PREPAYMENT"),
        @JsonSubTypes.Type(value = Event.Repricing.class, name = "REPRICING")
    })
    public sealed interface Event {

        /** Which tranche, from 0. */
        @Nullable
        Integer tranche();

        /**
         * Principal repaid early.
         *
         * @param amount fen
         */
        @RegisterForReflection
        record Prepayment(
                @Nullable @Min(0) Integer tranche,
                @NotNull @Min(0) @Max(MAX_MONTHS) Integer afterInstalment,
                @NotNull @Positive @Max(10_000_000_000_000L) Long amount,
                @NotNull PrepaymentOption option)
                implements Event {}

        /**
         * Another rate.
         *
         * @param annualRate decimal fraction
         */
        @RegisterForReflection
        record Repricing(
                @Nullable @Min(0) Integer tranche,
                @NotNull @Min(1) @Max(MAX_MONTHS) Integer fromInstalment,

                @NotNull @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 6)
                BigDecimal annualRate)
                implements Event {}
    }
}
