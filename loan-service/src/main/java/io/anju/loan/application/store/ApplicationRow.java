package io.anju.loan.application.store;

import io.anju.loan.application.model.State;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application as a row; {@link ApplicationMapping} turns it into a state and back. */
@Entity
@Table(name = "application")
class ApplicationRow extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "customer_id", updatable = false)
    UUID customerId;

    @Column(updatable = false)
    String product;

    @Column(name = "product_version", updatable = false)
    int productVersion;

    @Enumerated(EnumType.STRING)
    State state;

    long version;

    byte[] facts;

    @Column(name = "state_data")
    String stateData;

    long principal;

    @Column(name = "property_key")
    byte @Nullable [] propertyKey;

    /** 1: hashed in the one spelling of a certificate number; 0: as it was typed, by the version before. */
    @Column(name = "property_key_form")
    int propertyKeyForm;

    @Column(name = "recommended_by")
    @Nullable
    UUID recommendedBy;

    @Column(name = "decided_by")
    @Nullable
    UUID decidedBy;

    /** Ids with a space between them. */
    @Column(name = "barred_officers")
    String barredOfficers;

    @Column(name = "claimed_by")
    @Nullable
    UUID claimedBy;

    @Column(name = "claimed_until")
    @Nullable
    Instant claimedUntil;

    @Column(name = "contract_id")
    @Nullable
    UUID contractId;

    @Column(name = "certificate_number")
    @Nullable
    String certificateNumber;

    @Column(name = "loan_id")
    @Nullable
    UUID loanId;

    @Column(name = "check_due_at")
    @Nullable
    Instant checkDueAt;

    @Column(name = "check_attempts")
    int checkAttempts;

    @Column(name = "check_fault")
    @Nullable
    String checkFault;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    /** Set by SQL alone: see the migration. */
    @Column(name = "erased_at", insertable = false, updatable = false)
    @Nullable
    Instant erasedAt;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    ApplicationRow() {}
}
