package io.anju.contract.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.contract.registration.model.Registration;
import io.anju.contract.registration.model.Settlement;
import io.anju.contract.task.TaskKind;
import io.anju.contract.task.Tasks;
import io.anju.kit.id.Ids;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What follows from a loan being repaid: a certificate, and the mortgage struck out, unasked and free of charge. */
@ApplicationScoped
public class Settlements {
    private final Registrations registrations;
    private final Releases releases;
    private final Tasks tasks;
    private final Ids ids;
    private final ObjectMapper json;

    Settlements(Registrations registrations, Releases releases, Tasks tasks, Ids ids, ObjectMapper json) {
        this.registrations = registrations;
        this.releases = releases;
        this.tasks = tasks;
        this.ids = ids;
        this.json = json;
    }

    /** Notes both once nothing is owed under the contract; the work is done outside this transaction. */
    public Uni<Void> settled(Tx tx, Settlement settlement) {
        if (!settlement.contractSettled()) {
            return Uni.createFrom().voidItem();
        }
        return tasks.schedule(tx, TaskKind.CERTIFY, ids.next(), write(settlement))
                .chain(() -> registrations.findByContractForUpdate(tx, settlement.contractId()))
                .flatMap(found -> found.isEmpty() ? Uni.createFrom().voidItem() : release(tx, found.get(), settlement));
    }

    private Uni<Void> release(Tx tx, Registration registration, Settlement settlement) {
        return switch (registration) {
            case Registration.Registered registered ->
                releases.release(tx, registered, Optional.of(settlement.loanId()));
            // A loan is paid out after registration, so this is a fault elsewhere: the event comes again and is parked
            // for a person.
            case Registration.Pending _, Registration.Rejected _ ->
                throw new IllegalStateException(
                        "loan " + settlement.loanId() + " is settled but its mortgage is " + registration.stateName());
            case Registration.Releasing _, Registration.Released _ ->
                Uni.createFrom().voidItem();
        };
    }

    private String write(Settlement settlement) {
        try {
            return json.writeValueAsString(settlement);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
