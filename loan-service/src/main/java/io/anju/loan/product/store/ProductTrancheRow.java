package io.anju.loan.product.store;

import io.anju.kernel.rate.Spread;
import io.anju.loan.product.model.ProductTranche;
import io.anju.loan.product.model.RateBasis;
import io.anju.loan.product.model.TrancheKind;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A tranche of a product version as a row; written by migrations alone. */
@Entity
@Immutable
@Table(name = "product_tranche")
class ProductTrancheRow extends PanacheEntityBase {

    /** Key of the row. */
    @Embeddable
    record Key(
            @Column(name = "code") String code,
            @Column(name = "version") int version,

            @Enumerated(EnumType.STRING) @Column(name = "kind")
            TrancheKind kind) {}

    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    @Column(name = "rate_family")
    ProductTranche.RateFamily rateFamily;

    @Enumerated(EnumType.STRING)
    @Column(name = "rate_basis")
    RateBasis rateBasis;

    BigDecimal spread;

    @Column(name = "rate_period_months")
    int ratePeriodMonths;

    @Column(name = "max_principal")
    @Nullable
    Long maxPrincipal;

    @Embedded
    ConditionColumns conditions;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    ProductTrancheRow() {}

    ProductTranche toModel() {
        return new ProductTranche(
                key.kind(),
                rateFamily,
                rateBasis,
                new Spread(spread),
                ratePeriodMonths,
                maxPrincipal,
                conditions.toModel());
    }
}
