package io.anju.kit.access;

import io.anju.kit.caller.Caller;
import io.anju.kit.event.DomainEvent;
import io.anju.kit.event.Outbox;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Tells that the caller is shown a customer's data, in the transaction that reads it: no reading without its record. The
 * event says who, about whom, what for and in which resource; what was read is not in it.
 *
 * <p>Staff read with the scope {@link #SCOPE}, which identity leaves out of the tokens of those whose compliance training
 * has lapsed; without it the reading fails with {@code 403 TRAINING_LAPSED}.
 */
@ApplicationScoped
public class DataReads {

    /** What a member of staff's token must be good for. */
    public static final String SCOPE = "personal-data";

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

    /**
     * Lets a member of staff read customers' data with {@link #SCOPE} alone.
     *
     * @throws ProblemException 403 without it
     */
    public static void requireScope(Caller caller) {
        if (!caller.hasScope(SCOPE)) {
            // RFC 6750 §3.1: "insufficient_scope: The request requires higher privileges than provided by the access
            // token."
            throw new ProblemException(Problem.of(403, "TRAINING_LAPSED")
                    .withHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + SCOPE + "\""));
        }
    }

    /** @param resource path of what is read, such as {@code /api/v1/staff/applications/…} */
    public Uni<Void> tell(Tx tx, UUID customerId, ReadPurpose purpose, String resource) {
        var kind = caller.is("service") ? "SERVICE" : "STAFF";
        if (kind.equals("STAFF")) {
            requireScope(caller);
        }
        return outbox.append(
                tx,
                new DomainEvent(
                        TYPE,
                        customerId.toString(),
                        new DataRead(customerId, caller.subject(), kind, purpose, purpose.data(), resource)));
    }
}
