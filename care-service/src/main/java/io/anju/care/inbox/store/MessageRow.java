package io.anju.care.inbox.store;

import io.anju.care.inbox.InboxMessage;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code message}. */
@Entity
@Table(name = "message")
@IdClass(MessageRow.Key.class)
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by whoever stores it
class MessageRow extends PanacheEntityBase {

    /** The customer leads the key, so that the table can be spread by customer. */
    record Key(UUID customerId, long number) implements Serializable {}

    @Id
    @Column(name = "customer_id")
    UUID customerId;

    @Id
    long number;

    UUID id;
    String template;
    String fields;
    UUID cause;
    Instant at;

    @Column(name = "read_at")
    @Nullable
    Instant readAt;

    InboxMessage toMessage() {
        return new InboxMessage(id, number, FieldsJson.read(template, fields), at, readAt != null);
    }
}
