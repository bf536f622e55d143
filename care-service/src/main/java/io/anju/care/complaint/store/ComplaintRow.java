package io.anju.care.complaint.store;

import io.anju.care.complaint.model.About;
import io.anju.care.complaint.model.Complaint;
import io.anju.care.complaint.model.ComplaintFile;
import io.anju.care.complaint.model.Kind;
import io.anju.care.complaint.model.Outcome;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code complaint}. */
@Entity
@Table(name = "complaint")
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by write() before it is stored
class ComplaintRow extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "customer_id")
    UUID customerId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Enumerated(EnumType.STRING)
    About about;

    @Column(name = "subject_id")
    @Nullable
    UUID subjectId;

    @Column(name = "sealed_text")
    byte[] sealedText;

    @Column(name = "received_on")
    LocalDate receivedOn;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "due_on")
    LocalDate dueOn;

    String state;

    @Column(name = "extended_by")
    @Nullable
    UUID extendedBy;

    @Column(name = "approved_by")
    @Nullable
    UUID approvedBy;

    @Column(name = "answered_by")
    @Nullable
    UUID answeredBy;

    @Enumerated(EnumType.STRING)
    @Nullable
    Outcome outcome;

    @Column(name = "sealed_answer")
    byte @Nullable [] sealedAnswer;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    @Version
    int version;

    /** Everything but what is fixed at receipt. */
    void writeState(Complaint complaint, Instant at, Texts texts) {
        switch (complaint) {
            case Complaint.Open open -> pending("OPEN", open);
            case Complaint.Extended once -> {
                pending("EXTENDED", once);
                extendedBy = once.extendedBy();
            }
            case Complaint.ExtendedAgain twice -> {
                pending("EXTENDED_AGAIN", twice);
                extendedBy = twice.extendedBy();
                approvedBy = twice.approvedBy();
            }
            case Complaint.Answered answered -> {
                close("ANSWERED", at);
                answeredBy = answered.answeredBy();
                outcome = answered.outcome();
                sealedAnswer = texts.seal(answered.answer(), id);
            }
            case Complaint.Withdrawn withdrawn -> close("WITHDRAWN", at);
        }
    }

    private void pending(String name, Complaint.Pending pending) {
        state = name;
        dueOn = pending.dueOn();
    }

    private void close(String name, Instant at) {
        state = name;
        closedAt = at;
    }

    Complaint toComplaint(Set<UUID> involved, Texts texts) {
        var text = texts.open(sealedText, id);
        var file =
                new ComplaintFile(customerId, kind, about, Optional.ofNullable(subjectId), text, receivedOn, involved);
        return switch (state) {
            case "OPEN" -> new Complaint.Open(file, dueOn);
            case "EXTENDED" -> new Complaint.Extended(file, dueOn, Objects.requireNonNull(extendedBy));
            case "EXTENDED_AGAIN" ->
                new Complaint.ExtendedAgain(
                        file, dueOn, Objects.requireNonNull(extendedBy), Objects.requireNonNull(approvedBy));
            case "ANSWERED" ->
                new Complaint.Answered(
                        file,
                        dueOn,
                        Objects.requireNonNull(answeredBy),
                        Objects.requireNonNull(outcome),
                        texts.open(Objects.requireNonNull(sealedAnswer), id));
            case "WITHDRAWN" -> new Complaint.Withdrawn(file, dueOn);
            default -> throw new IllegalStateException("no such state: " + state);
        };
    }
}
