package io.anju.contract.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.contract.registration.model.GivenUpPayout;
import io.anju.contract.registration.model.Registration;
import io.anju.contract.registration.model.Settlement;
import io.anju.contract.task.TaskKind;
import io.anju.contract.task.Tasks;
import io.anju.kit.id.Ids;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * What follows from a loan being repaid: a certificate, and the mortgage struck out, unasked and free of charge. Where the
 * last loan of a contract is not paid out after all, the mortgage goes as well: it secures nothing any more (民法典 393).
 */
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
        return certify(tx, settlement).chain(() -> release(tx, settlement.contractId(), settlement.loanId()));
    }

    /**
     * Notes the release once nothing is owed, or to be paid out, under the contract, and the certificate where another of
     * its tranches was lent and is repaid. Where nothing was, there is nothing to certify.
     */
    public Uni<Void> givenUp(Tx tx, GivenUpPayout payout) {
        if (!payout.contractSettled()) {
            return Uni.createFrom().voidItem();
        }
        var repaid = payout.settlement();
        return (repaid.isEmpty() ? Uni.createFrom().voidItem() : certify(tx, repaid.get()))
                .chain(() -> release(tx, payout.contractId(), payout.loanId()));
    }

    private Uni<Void> certify(Tx tx, Settlement settlement) {
        return tasks.schedule(tx, TaskKind.CERTIFY, ids.next(), write(settlement));
    }

    private Uni<Void> release(Tx tx, UUID contractId, UUID loanId) {
        return registrations
                .findByContractForUpdate(tx, contractId)
                .flatMap(found -> found.isEmpty() ? Uni.createFrom().voidItem() : release(tx, found.get(), loanId));
    }

    private Uni<Void> release(Tx tx, Registration registration, UUID loanId) {
        return switch (registration) {
            case Registration.Registered registered -> releases.release(tx, registered, Optional.of(loanId));
            // A loan is paid out after registration, so this is a fault elsewhere: the event comes again and is parked
            // for a person.
            case Registration.Pending _, Registration.Rejected _ ->
                throw new IllegalStateException(
                        "loan " + loanId + " is over but its mortgage is " + registration.stateName());
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
