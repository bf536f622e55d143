package io.anju.identity.recovery;

import io.anju.identity.disclosure.AccessRecord;
import io.anju.identity.disclosure.Disclosures;
import io.anju.identity.passkey.Passkeys;
import io.anju.identity.phonechange.PhoneChanges;
import io.anju.identity.realname.RealName;
import io.anju.identity.realname.RealNames;
import io.anju.identity.recovery.model.Recovery;
import io.anju.identity.recovery.model.RecoveryRefusal;
import io.anju.identity.session.Sessions;
import io.anju.identity.session.model.Session;
import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The counter's side of a recovery: one identifies the customer, another lets them back in. */
@ApplicationScoped
public class Recoveries {

    private static final int CODE_BYTES = 16;
    private static final String PURPOSE = "ACCOUNT_RECOVERY";
    private static final Set<String> READ = Set.of("NAME", "ID_NUMBER");

    /** @param code to be given into the customer's hand */
    public record Approval(Recovery.Approved recovery, String code) {

        @Override
        public String toString() {
            return "Approval of " + recovery.facts().id();
        }
    }

    /** @param realName of the customer, for the one who compares it with the card */
    public record Shown(Recovery recovery, Optional<RealName> realName) {}

    private final SecureRandom random = new SecureRandom();
    private final RecoveryStore store;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final PhoneChanges phoneChanges;
    private final RealNames realNames;
    private final Disclosures disclosures;
    private final Ids ids;
    private final BusinessClock clock;

    Recoveries(
            RecoveryStore store,
            Passkeys passkeys,
            Sessions sessions,
            PhoneChanges phoneChanges,
            RealNames realNames,
            Disclosures disclosures,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.phoneChanges = phoneChanges;
        this.realNames = realNames;
        this.disclosures = disclosures;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes down who stands at the counter; nothing is changed yet. The customer sees that their data was read. */
    public Uni<Recovery.Proposed> propose(Tx tx, UUID teller, Identification.Identified customer, String papers) {
        Instant now = clock.now();
        var proposed = new Recovery.Proposed(new Recovery.Facts(
                ids.next(),
                customer.customerId(),
                customer.faceReference(),
                papers,
                teller,
                now,
                now.plus(Recovery.LIFETIME)));
        return store.add(tx, proposed)
                .flatMap(added -> record(tx, customer.customerId(), teller))
                .replaceWith(proposed);
    }

    /** The second person agrees: every passkey and session of before is out with all
     * that was under way, and a code is given for one new passkey. */
    public Uni<Result<Approval, RecoveryRefusal>> approve(Tx tx, UUID by, UUID id) {
        return endPhoneChange(tx, id).flatMap(ended -> undecided(tx, id)).flatMap(found -> switch (found.flatMap(
                open -> open.approve(by, clock.now()))) {
            case Result.Refused<Recovery.Approved, RecoveryRefusal>(var refusal) -> refused(refusal);
            case Result.Ok<Recovery.Approved, RecoveryRefusal>(var approved) -> letIn(tx, approved);
        });
    }

    /** First, as an erasure locks changes of phone before recoveries; where the approval is refused it is undone. */
    private Uni<Void> endPhoneChange(Tx tx, UUID id) {
        return store.find(tx, id)
                .flatMap(found -> found.map(recovery ->
                                phoneChanges.endOpen(tx, recovery.facts().customerId()))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Nothing outlives it that was opened by whoever had the account, or the phone, before. */
    private Uni<Result<Approval, RecoveryRefusal>> letIn(Tx tx, Recovery.Approved approved) {
        UUID customer = approved.facts().customerId();
        String code = newCode();
        return passkeys.revokeAll(tx, customer)
                .flatMap(revoked -> sessions.endAll(tx, customer, Session.EndReason.RECOVERED))
                .flatMap(ended -> store.endOthers(tx, approved))
                .flatMap(ended -> store.approve(tx, approved, code))
                .replaceWith(Result.ok(new Approval(approved, code)));
    }

    /** Somebody says no. */
    public Uni<Result<Recovery.Rejected, RecoveryRefusal>> reject(Tx tx, UUID by, UUID id) {
        return undecided(tx, id).flatMap(found -> switch (found.map(open -> open.reject(by, clock.now()))) {
            case Result.Refused<Recovery.Rejected, RecoveryRefusal>(var refusal) -> refused(refusal);
            case Result.Ok<Recovery.Rejected, RecoveryRefusal>(var rejected) ->
                store.reject(tx, rejected).replaceWith(Result.ok(rejected));
        });
    }

    private Uni<Result<Recovery.Proposed, RecoveryRefusal>> undecided(Tx tx, UUID id) {
        return store.findForUpdate(tx, id)
                .map(found -> found.<Result<Recovery, RecoveryRefusal>>map(Result::ok)
                        .orElseGet(() -> Result.refused(new RecoveryRefusal.NotFound()))
                        .flatMap(Recovery::undecided));
    }

    /** The case with the customer's name, on record. */
    public Uni<Optional<Shown>> show(Tx tx, UUID reader, UUID id) {
        return store.find(tx, id)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : record(tx, found.get().facts().customerId(), reader)
                                .flatMap(recorded ->
                                        realNames.find(tx, found.get().facts().customerId()))
                                .map(realName -> Optional.of(new Shown(found.get(), realName))));
    }

    private Uni<Void> record(Tx tx, UUID customer, UUID reader) {
        return disclosures.readElsewhere(
                tx,
                new AccessRecord(
                        ids.next(),
                        customer,
                        reader.toString(),
                        AccessRecord.ReaderKind.STAFF,
                        PURPOSE,
                        READ,
                        Optional.empty(),
                        clock.now()));
    }

    private String newCode() {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static <T> Uni<Result<T, RecoveryRefusal>> refused(RecoveryRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
