package io.anju.identity.alert;

import io.anju.identity.alert.AlertEvents.Warning;
import io.anju.identity.alert.model.Alert;
import io.anju.identity.alert.model.AlertKind;
import io.anju.identity.alert.model.AlertRefusal;
import io.anju.identity.alert.model.Finding;
import io.anju.identity.proof.LockWatch;
import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Raising alerts, giving them an owner, closing them. */
@ApplicationScoped
public class Alerts implements LockWatch {

    private final AlertStore store;
    private final AlertEvents events;
    private final AppealWatch appeals;
    private final Ids ids;
    private final BusinessClock clock;

    Alerts(AlertStore store, AlertEvents events, AppealWatch appeals, Ids ids, BusinessClock clock) {
        this.store = store;
        this.events = events;
        this.appeals = appeals;
        this.ids = ids;
        this.clock = clock;
    }

    /** Raises one, unless one about the same waits already. The customer is warned of what they may not know. */
    public Uni<Void> raise(Tx tx, AlertKind kind, UUID personId, UUID reference) {
        var raised = Alert.Raised.now(ids.next(), kind, personId, reference, clock.now());
        return store.add(tx, new Alert.Open(raised))
                .flatMap(isNew ->
                        isNew ? warn(tx, kind, personId) : Uni.createFrom().voidItem());
    }

    /** Of a held act the hold itself tells, and who appeals knows. */
    private Uni<Void> warn(Tx tx, AlertKind kind, UUID personId) {
        return switch (kind) {
            case ACT_HELD, SIGN_IN_APPEALED -> Uni.createFrom().voidItem();
            case ACT_DENIED -> events.warn(tx, personId, Warning.ACT_DENIED);
            case SIGN_IN_LOCKED -> events.warn(tx, personId, Warning.SIGN_IN_LOCKED);
        };
    }

    @Override
    public Uni<Void> locked(Tx tx, UUID personId) {
        return raise(tx, AlertKind.SIGN_IN_LOCKED, personId, personId);
    }

    /** Closes the one about this, since it has been decided elsewhere. */
    public Uni<Void> settle(Tx tx, AlertKind kind, UUID reference, UUID officer, Finding finding, String note) {
        return store.findUnclosedForUpdate(tx, kind, reference)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : store.save(tx, found.get().settle(officer, finding, note, clock.now())));
    }

    /** Gives it to an officer, also from another one. */
    public Uni<Result<Alert, AlertRefusal>> assign(Tx tx, UUID id, UUID officer) {
        return move(tx, id, alert -> alert.assign(officer, clock.now()).map(done -> done));
    }

    /** Its owner closes it. */
    public Uni<Result<Alert, AlertRefusal>> close(Tx tx, UUID id, UUID officer, Finding finding, String note) {
        return move(
                        tx,
                        id,
                        alert ->
                                alert.close(officer, finding, note, clock.now()).map(done -> done))
                .call(closed -> closed instanceof Result.Ok<Alert, AlertRefusal>(var alert)
                                && alert.raised().kind() == AlertKind.SIGN_IN_APPEALED
                        ? appeals.closed(tx, alert.raised().reference())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Result<Alert, AlertRefusal>> move(Tx tx, UUID id, Function<Alert, Result<Alert, AlertRefusal>> step) {
        return store.findForUpdate(tx, id)
                .map(found -> found.<Result<Alert, AlertRefusal>>map(Result::ok)
                        .orElseGet(() -> Result.refused(new AlertRefusal.NotFound())))
                .map(found -> found.flatMap(step))
                .call(moved -> moved instanceof Result.Ok<Alert, AlertRefusal>(var alert)
                        ? store.save(tx, alert)
                        : Uni.createFrom().voidItem());
    }

    public Uni<Optional<Alert>> find(Tx tx, UUID id) {
        return store.find(tx, id);
    }

    /** @param overdue only those whose time is over */
    public Uni<List<Alert>> list(
            Tx tx, Optional<String> state, Optional<UUID> owner, boolean overdue, Optional<UUID> before, int limit) {
        Optional<Instant> overdueAt = overdue ? Optional.of(clock.now()) : Optional.empty();
        return store.list(tx, new AlertStore.Filter(state, owner, overdueAt), before, limit);
    }

    /** The moment against which "overdue" is meant. */
    public Instant now() {
        return clock.now();
    }
}
