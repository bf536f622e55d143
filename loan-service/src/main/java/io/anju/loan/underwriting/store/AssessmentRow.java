package io.anju.loan.underwriting.store;

import io.anju.loan.underwriting.model.Assessment;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An assessment as a row; inserted once, never changed. */
@Entity
@Immutable
@Table(name = "assessment")
class AssessmentRow extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "application_id")
    UUID applicationId;

    @Column(name = "report_id")
    String reportId;

    @Column(name = "rules_version")
    String rulesVersion;

    @Column(name = "scorecard_version")
    String scorecardVersion;

    int score;

    @Enumerated(EnumType.STRING)
    Assessment.Advice advice;

    String findings;

    String lines;

    @Column(name = "open_loans")
    byte @Nullable [] openLoans;

    @Column(name = "assessed_at")
    Instant assessedAt;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    AssessmentRow() {}
}
