package io.anju.kit.access;

import io.anju.kit.caller.Caller;
import io.anju.kit.event.DomainEvent;
import io.anju.kit.event.Outbox;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Tells that the caller is shown a customer's data, in the transaction that reads it: no reading without its record. The
 * event says who, about whom, what for and in which resource; what was read is not in it.
 */
@ApplicationScoped
public class DataReads {

    static final String TYPE = "anju.customer.data-read.v1";

    /**
     * @param reader id of the member of staff, or name of the service
     * @param readerKind {@code STAFF} or {@code SERVICE}
     * @param data the kind of data, such as {@code APPLICATION}
     * @param resource path of what was read
     */
    @RegisterForReflection
    record DataRead(
            UUID customerId, String reader, String readerKind, ReadPurpose purpose, String data, String resource) {}

    private final Outbox outbox;
    private final Caller caller;

    DataReads(Outbox outbox, Caller caller) {
        this.outbox = outbox;
        this.caller = caller;
    }

    /** @param resource path of what is read, such as {@code /api/v1/staff/applications/…} */
    public Uni<Void> tell(Tx tx, UUID customerId, ReadPurpose purpose, String resource) {
        var kind = caller.is("service") ? "SERVICE" : "STAFF";
        return outbox.append(
                tx,
                new DomainEvent(
                        TYPE,
                        customerId.toString(),
                        new DataRead(customerId, caller.subject(), kind, purpose, purpose.data(), resource)));
    }
}
