package io.anju.contract.signing.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Table contract_file; append-only. */
@Entity
@Table(name = "contract_file")
@IdClass(ContractFileRow.Key.class)
@NullUnmarked
class ContractFileRow extends PanacheEntityBase {
    /** Its key. */
    record Key(UUID contractId, String variant) {}

    @Id
    @Column(name = "contract_id")
    public UUID contractId;

    @Id
    public String variant;

    public byte[] content;
}
