package io.anju.contract.registration.store;

import io.anju.contract.registration.Registrations;
import io.anju.contract.registration.model.Registration;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Registrations in PostgreSQL. */
@ApplicationScoped
class PanacheRegistrations implements Registrations {
    /** A customer has a handful; a limit all the same. */
    private static final UUID AFTER_ALL = new UUID(-1L, -1L);

    @Override
    public Uni<Void> add(Tx tx, Registration registration) {
        Registration.Facts facts = registration.facts();
        RegistrationRow row = new RegistrationRow();
        row.id = facts.id();
        row.contractId = facts.contractId();
        row.applicationId = facts.applicationId();
        row.customerId = facts.customerId();
        copyState(registration, row);
        return row.persistAndFlush().replaceWithVoid();
    }

    @Override
    public Uni<Void> save(Tx tx, Registration registration) {
        return RegistrationRow.<RegistrationRow>findById(registration.facts().id())
                .invoke(row -> copyState(registration, row))
                .chain(row -> row.flush());
    }

    @Override
    public Uni<Optional<Registration>> findForUpdate(Tx tx, UUID id) {
        return locked("id", id);
    }

    @Override
    public Uni<Optional<Registration>> findByContractForUpdate(Tx tx, UUID contractId) {
        return locked("contractId", contractId);
    }

    @Override
    public Uni<Optional<Registration>> findByRegistryIdForUpdate(Tx tx, String registryId) {
        return locked("registryId", registryId);
    }

    @Override
    public Uni<List<Registration>> list(Tx tx, UUID customerId, Optional<UUID> before, int limit) {
        return RegistrationRow.<RegistrationRow>find(
                        "customerId = ?1 and id < ?2 order by id desc", customerId, before.orElse(AFTER_ALL))
                .range(0, limit - 1)
                .list()
                .map(rows -> rows.stream().map(PanacheRegistrations::model).toList());
    }

    private static Uni<Optional<Registration>> locked(String column, Object value) {
        return RegistrationRow.<RegistrationRow>find(column, value)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(PanacheRegistrations::model));
    }

    private static void copyState(Registration registration, RegistrationRow row) {
        row.state = registration.stateName();
        switch (registration) {
            case Registration.Pending pending -> {
                row.registryId = pending.facts().registryId();
                row.attempt = pending.facts().attempt();
                row.requestedAt = pending.facts().requestedAt();
                row.reason = null;
            }
            case Registration.Registered registered -> {
                row.certificateNumber = registered.certificateNumber();
                row.registeredAt = registered.registeredAt();
            }
            case Registration.Releasing releasing ->
                row.loanId = releasing.loanId().orElse(null);
            case Registration.Released released -> row.releasedAt = released.releasedAt();
            case Registration.Rejected rejected -> row.reason = rejected.reason();
        }
    }

    private static Registration model(RegistrationRow row) {
        Registration.Facts facts = new Registration.Facts(
                row.id,
                row.contractId,
                row.applicationId,
                row.customerId,
                row.registryId,
                row.attempt,
                row.requestedAt);
        return switch (row.state) {
            case "PENDING" -> new Registration.Pending(facts);
            case "REGISTERED" -> new Registration.Registered(facts, row.certificateNumber, row.registeredAt);
            case "RELEASING" ->
                new Registration.Releasing(
                        facts, row.certificateNumber, row.registeredAt, Optional.ofNullable(row.loanId));
            case "RELEASED" ->
                new Registration.Released(
                        facts,
                        row.certificateNumber,
                        row.registeredAt,
                        Optional.ofNullable(row.loanId),
                        row.releasedAt);
            case "REJECTED" -> new Registration.Rejected(facts, row.reason);
            case String other -> throw new IllegalStateException("registration in state " + other);
        };
    }
}
