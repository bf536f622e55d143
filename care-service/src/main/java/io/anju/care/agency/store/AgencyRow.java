package io.anju.care.agency.store;

import io.anju.care.agency.AgencyEntry;
import io.anju.care.agency.model.Agency;
import io.anju.care.agency.model.AgencyFile;
import io.anju.care.agency.model.Papers;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code agency}. */
@Entity
@Table(name = "agency")
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by write() before it is stored
class AgencyRow extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "client_id")
    String clientId;

    String name;
    String purposes;

    @Column(name = "licence_until")
    LocalDate licenceUntil;

    @Column(name = "confidentiality_until")
    LocalDate confidentialityUntil;

    @Column(name = "training_until")
    LocalDate trainingUntil;

    String state;

    @Column(name = "proposed_by")
    UUID proposedBy;

    @Column(name = "vetted_by")
    @Nullable
    UUID vettedBy;

    @Column(name = "suspended_by")
    @Nullable
    UUID suspendedBy;

    @Column(name = "suspension_reason")
    @Nullable
    String suspensionReason;

    @Column(name = "changed_at")
    Instant changedAt;

    @Version
    int version;

    void write(Agency agency, Instant at) {
        var file = agency.file();
        clientId = file.clientId();
        name = file.name();
        purposes = String.join(",", new TreeSet<>(file.purposes()));
        licenceUntil = file.papers().licenceUntil();
        confidentialityUntil = file.papers().confidentialityUntil();
        trainingUntil = file.papers().trainingUntil();
        proposedBy = agency.proposedBy();
        changedAt = at;
        writeState(agency);
    }

    private void writeState(Agency agency) {
        switch (agency) {
            case Agency.Proposed proposed -> state("PROPOSED", null, null, null);
            case Agency.Vetted vetted -> state("VETTED", vetted.vettedBy(), null, null);
            case Agency.Suspended suspended ->
                state("SUSPENDED", suspended.vettedBy(), suspended.suspendedBy(), suspended.reason());
        }
    }

    private void state(String name, @Nullable UUID vetted, @Nullable UUID suspended, @Nullable String reason) {
        state = name;
        vettedBy = vetted;
        suspendedBy = suspended;
        suspensionReason = reason;
    }

    AgencyEntry toEntry() {
        return new AgencyEntry(id, toAgency(), changedAt, version);
    }

    private Agency toAgency() {
        var papers = new Papers(licenceUntil, confidentialityUntil, trainingUntil);
        var file = new AgencyFile(clientId, name, Set.of(purposes.split(",")), papers);
        return switch (state) {
            case "PROPOSED" -> new Agency.Proposed(file, proposedBy);
            case "VETTED" -> new Agency.Vetted(file, proposedBy, Objects.requireNonNull(vettedBy));
            case "SUSPENDED" ->
                new Agency.Suspended(
                        file,
                        proposedBy,
                        Objects.requireNonNull(vettedBy),
                        Objects.requireNonNull(suspendedBy),
                        Objects.requireNonNull(suspensionReason));
            default -> throw new IllegalStateException("no such state: " + state);
        };
    }
}
