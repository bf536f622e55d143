package io.anju.identity.complaint.events;

import static java.util.Objects.requireNonNull;

import io.anju.identity.complaint.ComplaintRecord;
import io.anju.identity.complaint.ComplaintRecord.Step;
import io.anju.identity.complaint.ComplaintRecords;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps that a customer complained, and that they were answered. */
@ApplicationScoped
class ComplaintListener implements EventHandler {

    private static final String OPENED = "anju.complaint.opened.v1";
    private static final String ANSWERED = "anju.complaint.answered.v1";

    /** What is read of both events; each carries its own part. */
    @RegisterForReflection
    record ComplaintFact(
            UUID customerId,
            UUID complaintId,
            @Nullable String about,
            @Nullable String outcome) {}

    private final ComplaintRecords records;

    ComplaintListener(ComplaintRecords records) {
        this.records = records;
    }

    @Override
    public Set<String> types() {
        return Set.of(OPENED, ANSWERED);
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        var told = event.dataAs(ComplaintFact.class);
        return event.type().equals(OPENED)
                ? keep(tx, event, told, Step.OPENED, requireNonNull(told.about()))
                : keep(tx, event, told, Step.ANSWERED, requireNonNull(told.outcome()));
    }

    private Uni<Void> keep(Tx tx, CloudEvent event, ComplaintFact told, Step step, String code) {
        return records.add(
                tx, new ComplaintRecord(event.id(), told.complaintId(), told.customerId(), step, code, event.time()));
    }
}
