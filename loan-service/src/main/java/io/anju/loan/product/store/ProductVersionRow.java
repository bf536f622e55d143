package io.anju.loan.product.store;

import io.anju.kernel.schedule.Method;
import io.anju.loan.product.model.ProductTranche;
import io.anju.loan.product.model.ProductVersion;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/** A product version as a row; written by migrations alone. */
@Entity
@Immutable
@Table(name = "product_version")
class ProductVersionRow extends PanacheEntityBase {

    /** Key of the row. */
    @Embeddable
    record Key(
            @Column(name = "code") String code,
            @Column(name = "version") int version) {}

    @EmbeddedId
    Key key;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "title_zh")
    String titleZh;

    @Column(name = "title_en")
    String titleEn;

    @Column(name = "min_down_payment")
    BigDecimal minDownPayment;

    @Column(name = "max_loan_to_value")
    BigDecimal maxLoanToValue;

    @Column(name = "min_months")
    int minMonths;

    @Column(name = "max_months")
    int maxMonths;

    @Column(name = "max_age_plus_term")
    int maxAgePlusTerm;

    String methods;

    @Column(name = "max_interest_only_months")
    int maxInterestOnlyMonths;

    @Column(name = "max_bullet_months")
    int maxBulletMonths;

    @OneToMany(fetch = FetchType.EAGER)
    @JoinColumn(name = "code", referencedColumnName = "code", insertable = false, updatable = false)
    @JoinColumn(name = "version", referencedColumnName = "version", insertable = false, updatable = false)
    List<ProductTrancheRow> tranches;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    ProductVersionRow() {}

    ProductVersion toModel() {
        return new ProductVersion(
                key.code(),
                key.version(),
                validFrom,
                titleZh,
                titleEn,
                minDownPayment,
                maxLoanToValue,
                minMonths,
                maxMonths,
                maxAgePlusTerm,
                Arrays.stream(methods.split(","))
                        .map(Method::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Method.class))),
                maxInterestOnlyMonths,
                maxBulletMonths,
                tranches.stream()
                        .map(ProductTrancheRow::toModel)
                        .sorted(Comparator.comparing(ProductTranche::kind))
                        .toList());
    }
}
