package io.anju.loan.application.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A customer's consent to credit checks as a row. */
@Entity
@Table(name = "credit_check_consent")
class ConsentRow extends PanacheEntityBase {

    @Id
    @Column(name = "customer_id")
    UUID customerId;

    boolean granted;

    @Column(name = "receipt_id")
    String receiptId;

    @Column(name = "changed_at")
    Instant changedAt;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    ConsentRow() {}
}
