package io.anju.identity.notice;

import io.anju.identity.notice.model.NoticeReference;
import io.anju.identity.notice.model.NoticeRefusal;
import io.anju.identity.notice.model.NoticeStanding;
import io.anju.identity.notice.model.NoticeStanding.Decision;
import io.anju.identity.party.Customers;
import io.anju.identity.token.Tokens;
import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What customers say to a privacy notice that has changed since they registered. Both answers are receipted like a consent,
 * and neither stops any service: what a contract or a law needs asks no consent (PIPL art. 13).
 */
@ApplicationScoped
public class NoticeDecisions {

    /** The receipt's {@code typ}: no token check of the house takes it for a token. */
    private static final String TYPE = "notice-receipt+jwt";

    private final NoticeStore store;
    private final PrivacyNotices notices;
    private final Customers customers;
    private final Tokens tokens;
    private final Outbox outbox;
    private final Ids ids;
    private final BusinessClock clock;

    NoticeDecisions(
            NoticeStore store,
            PrivacyNotices notices,
            Customers customers,
            Tokens tokens,
            Outbox outbox,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.notices = notices;
        this.customers = customers;
        this.tokens = tokens;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where a customer stands. */
    public Uni<NoticeStanding> standing(Tx tx, UUID customerId) {
        return store.last(tx, customerId)
                .map(last -> new NoticeStanding(notices.current().reference(), notices.asksSince(), last));
    }

    /** The notice that waits for this person's answer; none for staff, who are no customers. */
    public Uni<Optional<NoticeReference>> awaiting(Tx tx, UUID personId) {
        return customers
                .find(tx, personId)
                .flatMap(customer -> customer.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : standing(tx, personId).map(NoticeStanding::awaiting));
    }

    /** Keeps what the customer says to the notice that they were shown, when it is the one in force. */
    public Uni<Result<NoticeReceipt, NoticeRefusal>> decide(
            Tx tx, UUID customerId, NoticeReference shown, Decision decision) {
        var current = notices.current().reference();
        if (!shown.equals(current)) {
            return Uni.createFrom().item(Result.refused(new NoticeRefusal.NotCurrent(current.version())));
        }
        return customers
                .lock(tx, customerId)
                .flatMap(locked -> sign(ids.next(), customerId, current, decision, ids.next(), clock.now()))
                .call(receipt -> store.add(tx, receipt))
                .call(receipt -> outbox.append(tx, receipt.eventId(), NoticeDecided.event(receipt)))
                .map(Result::ok);
    }

    /** The signed receipt of a decision of this customer. */
    public Uni<Optional<NoticeReceipt>> receipt(Tx tx, UUID customerId, UUID id) {
        return store.findReceipt(tx, customerId, id);
    }

    private Uni<NoticeReceipt> sign(
            UUID id, UUID customerId, NoticeReference notice, Decision decision, UUID eventId, Instant now) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", customerId.toString());
        claims.put("jti", id.toString());
        claims.put("iat", now.getEpochSecond());
        claims.put(
                "privacyNotice",
                Map.of("version", notice.version(), "sha256", notice.sha256(), "decision", decision.name()));
        claims.put("evidence", Map.of("leaf", eventId.toString(), "proof", NoticeReceipt.proofOf(eventId)));
        return tokens.document(TYPE, claims)
                .map(document -> new NoticeReceipt(id, customerId, notice, decision, now, document, eventId));
    }
}
