package io.anju.loan.referencerate.store;

import io.anju.loan.referencerate.model.PublishedRate;
import io.anju.loan.referencerate.model.Rate;
import io.anju.loan.referencerate.model.RateProposal;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A proposal as a row. */
@Entity
@Table(name = "reference_rate_proposal")
class RateProposalRow extends PanacheEntityBase {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    Rate rate;

    LocalDate date;

    BigDecimal value;

    @Column(name = "proposed_by")
    UUID proposedBy;

    @Column(name = "proposed_at")
    Instant proposedAt;

    @Column(name = "confirmed_by")
    @Nullable
    UUID confirmedBy;

    @Column(name = "confirmed_at")
    @Nullable
    Instant confirmedAt;

    @Column(name = "ended_by")
    @Nullable
    UUID endedBy;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    RateProposalRow() {}

    RateProposalRow(RateProposal.Proposed proposal) {
        this.id = proposal.id();
        this.rate = proposal.rate().rate();
        this.date = proposal.rate().date();
        this.value = proposal.rate().value();
        this.proposedBy = proposal.proposedBy();
        this.proposedAt = proposal.proposedAt();
    }

    void confirm(RateProposal.Published published) {
        this.confirmedBy = published.confirmedBy();
        this.confirmedAt = published.confirmedAt();
    }

    void end(RateProposal.Ended ended) {
        this.endedBy = ended.endedBy();
        this.endedAt = ended.endedAt();
    }

    RateProposal toModel() {
        var published = new PublishedRate(rate, date, value);
        if (endedBy != null && endedAt != null) {
            return new RateProposal.Ended(id, published, proposedBy, proposedAt, endedBy, endedAt);
        }
        return confirmedBy == null || confirmedAt == null
                ? new RateProposal.Proposed(id, published, proposedBy, proposedAt)
                : new RateProposal.Published(id, published, proposedBy, proposedAt, confirmedBy, confirmedAt);
    }
}
