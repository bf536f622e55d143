package io.anju.contract.signing.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Table signature_evidence; append-only. */
@Entity
@Table(name = "signature_evidence")
@NullUnmarked
class SignatureEvidenceRow extends PanacheEntityBase {
    @Id
    @Column(name = "contract_id")
    public UUID contractId;

    public byte[] evidence;

    @Column(name = "fetched_at")
    public Instant fetchedAt;
}
