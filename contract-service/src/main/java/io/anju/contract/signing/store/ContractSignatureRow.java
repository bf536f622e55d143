package io.anju.contract.signing.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Table contract_signature; append-only. */
@Entity
@Table(name = "contract_signature")
@NullUnmarked
class ContractSignatureRow extends PanacheEntityBase {
    @Id
    @Column(name = "contract_id")
    public UUID contractId;

    @Column(name = "customer_id")
    public UUID customerId;

    public String role;

    @Column(name = "pdf_sha256")
    public String pdfSha256;

    @Column(name = "verification_jti")
    public String verificationJti;

    @Column(name = "verification_token")
    public byte[] verificationToken;

    @Column(name = "signed_at")
    public Instant signedAt;
}
