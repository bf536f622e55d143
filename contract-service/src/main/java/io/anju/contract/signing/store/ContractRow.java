package io.anju.contract.signing.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Table contract. */
@Entity
@Table(name = "contract")
@NullUnmarked
class ContractRow extends PanacheEntityBase {
    @Id
    public UUID id;

    public String number;
    public String kind;

    @Column(name = "customer_id")
    public UUID customerId;

    @Column(name = "application_id")
    public UUID applicationId;

    @Column(name = "loan_id")
    public UUID loanId;

    public UUID amends;

    @Column(name = "template_id")
    public String templateId;

    @Column(name = "template_version")
    public int templateVersion;

    public String state;

    @Column(name = "pdf_sha256")
    public String pdfSha256;

    @Column(name = "sealed_sha256")
    public String sealedSha256;

    public long principal;

    @Column(name = "property_certificate")
    public byte[] propertyCertificate;

    public byte[] party;
    public byte[] clauses;

    @Column(name = "drafted_at")
    public Instant draftedAt;

    @Column(name = "expires_on")
    public LocalDate expiresOn;

    @Column(name = "signed_at")
    public Instant signedAt;

    @Column(name = "sealed_at")
    public Instant sealedAt;

    @Column(name = "ended_at")
    public Instant endedAt;

    @Column(name = "end_reason")
    public String endReason;

    @Version
    public long version;
}
