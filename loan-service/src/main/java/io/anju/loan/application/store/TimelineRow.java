package io.anju.loan.application.store;

import io.anju.loan.application.model.Actor;
import io.anju.loan.application.model.State;
import io.anju.loan.application.model.TimelineEntry;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A line of a timeline as a row; inserted once, never changed. */
@Entity
@Immutable
@Table(name = "application_timeline")
class TimelineRow extends PanacheEntityBase {

    private static final String CUSTOMER = "CUSTOMER";
    private static final String OFFICER = "OFFICER";
    private static final String SERVICE = "SERVICE";

    /** Key of the row. */
    @Embeddable
    record Key(
            @Column(name = "application_id") UUID applicationId,
            @Column(name = "version") long version) {}

    @EmbeddedId
    Key key;

    Instant at;

    @Column(name = "actor_kind")
    String actorKind;

    String actor;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_state")
    @Nullable
    State fromState;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_state")
    State toState;

    String reason;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    TimelineRow() {}

    TimelineRow(UUID applicationId, long version, TimelineEntry entry) {
        this.key = new Key(applicationId, version);
        this.at = entry.at();
        this.actorKind = kind(entry.actor());
        this.actor = name(entry.actor());
        this.fromState = entry.from();
        this.toState = entry.to();
        this.reason = entry.reason();
    }

    TimelineEntry toModel() {
        return new TimelineEntry(at, actor(), fromState, toState, reason);
    }

    private Actor actor() {
        return switch (actorKind) {
            case CUSTOMER -> new Actor.Customer(UUID.fromString(actor));
            case OFFICER -> new Actor.Officer(UUID.fromString(actor));
            case SERVICE -> new Actor.Service(actor);
            default -> throw new IllegalStateException("an actor of no kind: " + actorKind);
        };
    }

    private static String kind(Actor actor) {
        return switch (actor) {
            case Actor.Customer customer -> CUSTOMER;
            case Actor.Officer officer -> OFFICER;
            case Actor.Service service -> SERVICE;
        };
    }

    private static String name(Actor actor) {
        return switch (actor) {
            case Actor.Customer(UUID id) -> id.toString();
            case Actor.Officer(UUID id) -> id.toString();
            case Actor.Service(String name) -> name;
        };
    }
}
