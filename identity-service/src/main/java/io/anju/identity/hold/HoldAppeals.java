package io.anju.identity.hold;

import io.anju.identity.alert.Alerts;
import io.anju.identity.alert.model.AlertKind;
import io.anju.identity.datakey.DataKeys;
import io.anju.identity.datakey.model.KeyKind;
import io.anju.identity.hold.model.Hold;
import io.anju.identity.hold.model.HoldRefusal;
import io.anju.kernel.result.Result;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Appeals of those whose sign-in was stopped, and who therefore have no session in which they could appeal elsewhere
 * (反电信网络诈骗法 art. 32: whoever is stopped can appeal).
 */
@ApplicationScoped
public class HoldAppeals {

    private final HoldStore store;
    private final DataKeys dataKeys;
    private final Alerts alerts;
    private final BusinessClock clock;

    HoldAppeals(HoldStore store, DataKeys dataKeys, Alerts alerts, BusinessClock clock) {
        this.store = store;
        this.dataKeys = dataKeys;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** What somebody said, as an officer reads it. */
    public record Said(String text, Instant at) {

        @Override
        public String toString() {
            return "Said";
        }
    }

    /**
     * Hears an appeal against a hold of this person's on this act. Another's is answered like one that is not there.
     *
     * @param text the person's own words
     */
    public Uni<Result<Hold, HoldRefusal>> hear(Tx tx, UUID id, UUID personId, String act, String text) {
        return store.findForUpdate(tx, id)
                .map(found -> found.filter(hold -> hold.placed().personId().equals(personId)
                        && hold.placed().act().equals(act)))
                .flatMap(found -> found.map(hold -> hear(tx, hold, text))
                        .orElseGet(() -> Uni.createFrom().item(Result.refused(new HoldRefusal.NotFound()))));
    }

    private Uni<Result<Hold, HoldRefusal>> hear(Tx tx, Hold hold, String text) {
        var placed = hold.placed();
        return refusal(tx, hold)
                .flatMap(refusal -> refusal.isPresent()
                        ? Uni.createFrom().item(Result.refused(refusal.get()))
                        : dataKeys.obtain(tx, placed.personId(), KeyKind.CONTACT)
                                .map(key -> new HoldStore.Appeal(key.sealText(text, context(placed.id())), clock.now()))
                                .flatMap(appeal -> store.addAppeal(tx, placed.id(), appeal))
                                .flatMap(kept ->
                                        alerts.raise(tx, AlertKind.SIGN_IN_APPEALED, placed.personId(), placed.id()))
                                .replaceWith(Result.ok(hold)));
    }

    private Uni<Optional<HoldRefusal>> refusal(Tx tx, Hold hold) {
        var over = hold.appealRefusal();
        return over.isPresent()
                ? Uni.createFrom().item(over)
                : store.findAppeal(tx, hold.placed().id())
                        .map(before -> before.map(appeal -> new HoldRefusal.AppealedAlready(appeal.at())));
    }

    /** What was said against it; empty where nothing was, and once the customer is erased. */
    public Uni<Optional<Said>> find(Tx tx, Hold hold) {
        var placed = hold.placed();
        return store.findAppeal(tx, placed.id())
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : dataKeys.find(tx, placed.personId(), KeyKind.CONTACT)
                                .map(known -> known.map(key -> new Said(
                                        key.openText(found.get().sealed(), context(placed.id())),
                                        found.get().at()))));
    }

    private static String context(UUID id) {
        return "risk_hold.appeal." + id;
    }
}
