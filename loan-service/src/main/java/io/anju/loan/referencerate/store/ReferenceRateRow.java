package io.anju.loan.referencerate.store;

import io.anju.loan.referencerate.model.PublishedRate;
import io.anju.loan.referencerate.model.Rate;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A published rate as a row; inserted once, never changed. */
@Entity
@Immutable
@Table(name = "reference_rate")
class ReferenceRateRow extends PanacheEntityBase {

    /** Key of the row. */
    @Embeddable
    record Key(
            @Enumerated(EnumType.STRING) @Column(name = "rate")
            Rate rate,

            @Column(name = "date") LocalDate date) {}

    @EmbeddedId
    Key key;

    @Column(nullable = false)
    BigDecimal value;

    @Column(name = "proposal_id")
    @Nullable
    UUID proposalId;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    ReferenceRateRow() {}

    ReferenceRateRow(PublishedRate rate, @Nullable UUID proposalId) {
        this.key = new Key(rate.rate(), rate.date());
        this.value = rate.value();
        this.proposalId = proposalId;
    }

    PublishedRate toModel() {
        return new PublishedRate(key.rate(), key.date(), value);
    }
}
