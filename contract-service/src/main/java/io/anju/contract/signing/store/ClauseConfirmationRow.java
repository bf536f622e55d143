package io.anju.contract.signing.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Table clause_confirmation; append-only. */
@Entity
@Table(name = "clause_confirmation")
@NullUnmarked
class ClauseConfirmationRow extends PanacheEntityBase {
    @Id
    public UUID id;

    @Column(name = "contract_id")
    public UUID contractId;

    @Column(name = "customer_id")
    public UUID customerId;

    @Column(name = "clause_id")
    public String clauseId;

    @Column(name = "shown_at")
    public Instant shownAt;

    @Column(name = "seconds_shown")
    public int secondsShown;

    public String answer;
    public boolean correct;

    @Column(name = "recorded_at")
    public Instant recordedAt;
}
