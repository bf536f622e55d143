package io.anju.contract.registration.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Table mortgage_registration. */
@Entity
@Table(name = "mortgage_registration")
@NullUnmarked
class RegistrationRow extends PanacheEntityBase {
    @Id
    public UUID id;

    @Column(name = "contract_id")
    public UUID contractId;

    @Column(name = "application_id")
    public UUID applicationId;

    @Column(name = "customer_id")
    public UUID customerId;

    @Column(name = "loan_id")
    public UUID loanId;

    public String state;

    @Column(name = "registry_id")
    public String registryId;

    public int attempt;

    @Column(name = "certificate_number")
    public String certificateNumber;

    public String reason;

    @Column(name = "requested_at")
    public Instant requestedAt;

    @Column(name = "registered_at")
    public Instant registeredAt;

    @Column(name = "released_at")
    public Instant releasedAt;

    @Version
    public long version;
}
