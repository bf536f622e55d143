package io.anju.loan.application.http;

import io.anju.kernel.schedule.Method;
import io.anju.loan.application.model.ApplicationDraft;
import io.anju.loan.application.model.Asset;
import io.anju.loan.application.model.CertificateNumbers;
import io.anju.loan.application.model.Income;
import io.anju.loan.application.model.Liability;
import io.anju.loan.application.model.Property;
import io.anju.loan.application.model.TrancheWish;
import io.anju.loan.product.model.TrancheKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a borrower fills in, step by step: a field that is missing stays as it is. Amounts in fen.
 *
 * @param dueDay day of the month on which instalments fall due, 1 to 28
 */
@RegisterForReflection
public record ContentBody(
        @Nullable @Size(min = 1, max = 2) List<@NotNull @Valid Tranche> tranches,
        @Nullable @Min(1) @Max(28) Integer dueDay,
        @Nullable @Valid Home property,
        @Nullable @Valid Earnings income,
        @Nullable @Size(max = 50) List<@NotNull @Valid Debt> liabilities,
        @Nullable @Size(max = 50) List<@NotNull @Valid Belonging> assets) {

    /** Nothing. */
    static final ContentBody NOTHING = new ContentBody(null, null, null, null, null, null);

    private static final long MOST = 10_000_000_000_000L;

    /**
     * A tranche asked for.
     *
     * @param kind COMMERCIAL when missing
     * @param interestOnlyMonths of the term, at its start, in which interest alone is paid; none when missing
     */
    @RegisterForReflection
    public record Tranche(
            @Nullable TrancheKind kind,
            @NotNull @Positive @Max(MOST) Long principal,
            @NotNull @Min(1) @Max(360) Integer months,
            @NotNull Method method,
            @Nullable @Min(0) @Max(360) Integer interestOnlyMonths) {

        TrancheWish toModel() {
            return new TrancheWish(
                    Objects.requireNonNullElse(kind, TrancheKind.COMMERCIAL),
                    principal,
                    months,
                    method,
                    Objects.requireNonNullElse(interestOnlyMonths, 0));
        }

        static Tranche of(TrancheWish wish) {
            return new Tranche(
                    wish.kind(),
                    wish.principal(),
                    wish.months(),
                    wish.method(),
                    wish.interestOnlyMonths() == 0 ? null : wish.interestOnlyMonths());
        }
    }

    /**
     * The home.
     *
     * @param certificateNumber in whatever spelling; kept, shown and printed in one
     * @param sellerReference account reference that the money is paid to; the bank's escrow account when missing
     */
    @RegisterForReflection
    public record Home(
            @NotBlank @Size(max = 64) @PropertyCertificate String certificateNumber,
            @NotBlank @Size(max = 200) String address,
            @NotNull @Positive @Max(MOST) Long price,

            @Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,64}")
            String sellerReference) {

        public Home {
            // The door looks at what will be kept, not at what was typed. JSON may lack it in spite of its type.
            if (certificateNumber != null) {
                certificateNumber = CertificateNumbers.normalise(certificateNumber);
            }
        }

        Property toModel() {
            return new Property(certificateNumber, address, price, sellerReference);
        }

        static Home of(Property property) {
            return new Home(
                    property.certificateNumber(), property.address(), property.price(), property.sellerReference());
        }
    }

    /** The income, fen per month. */
    @RegisterForReflection
    public record Earnings(
            @NotNull @PositiveOrZero @Max(MOST) Long monthly,
            Income.@NotNull Employment employment,
            @NotNull @Min(0) @Max(900) Integer employedMonths) {

        Income toModel() {
            return new Income(monthly, employment, employedMonths);
        }

        static Earnings of(Income income) {
            return new Earnings(income.monthly(), income.employment(), income.employedMonths());
        }
    }

    /** A debt. */
    @RegisterForReflection
    public record Debt(
            Liability.@NotNull Kind kind,
            @NotNull @PositiveOrZero @Max(MOST) Long balance,
            @NotNull @PositiveOrZero @Max(MOST) Long monthlyPayment) {

        Liability toModel() {
            return new Liability(kind, balance, monthlyPayment);
        }

        static Debt of(Liability debt) {
            return new Debt(debt.kind(), debt.balance(), debt.monthlyPayment());
        }
    }

    /** Something owned. */
    @RegisterForReflection
    public record Belonging(
            Asset.@NotNull Kind kind,
            @NotNull @PositiveOrZero @Max(MOST) Long amount) {

        Asset toModel() {
            return new Asset(kind, amount);
        }

        static Belonging of(Asset asset) {
            return new Belonging(asset.kind(), asset.amount());
        }
    }

    /** The content with the fields that this body names. */
    ApplicationDraft onto(ApplicationDraft before) {
        return new ApplicationDraft(
                tranches == null
                        ? before.tranches()
                        : tranches.stream().map(Tranche::toModel).toList(),
                dueDay == null ? before.dueDay() : dueDay,
                property == null ? before.property() : property.toModel(),
                income == null ? before.income() : income.toModel(),
                liabilities == null
                        ? before.liabilities()
                        : liabilities.stream().map(Debt::toModel).toList(),
                assets == null
                        ? before.assets()
                        : assets.stream().map(Belonging::toModel).toList());
    }

    /** The content as JSON. */
    public static ContentBody of(ApplicationDraft content) {
        return new ContentBody(
                content.tranches().stream().map(Tranche::of).toList(),
                content.dueDay(),
                Stream.ofNullable(content.property()).map(Home::of).findFirst().orElse(null),
                Stream.ofNullable(content.income())
                        .map(Earnings::of)
                        .findFirst()
                        .orElse(null),
                content.liabilities().stream().map(Debt::of).toList(),
                content.assets().stream().map(Belonging::of).toList());
    }
}
