package io.anju.care.inbox;

import io.anju.care.inbox.model.Draft;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Use cases of the inbox: a fact is told in the transaction in which it is heard; a customer lists and reads. */
@ApplicationScoped
public class Inbox {

    private final Mailboxes mailboxes;
    private final BusinessClock clock;

    Inbox(Mailboxes mailboxes, BusinessClock clock) {
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    /** Puts what an event calls for; nothing when it calls for nothing. */
    public Uni<Void> deliver(Tx tx, UUID customer, UUID event, List<Draft> drafts) {
        return drafts.isEmpty() ? Uni.createFrom().voidItem() : mailboxes.put(tx, customer, event, drafts, clock.now());
    }

    /** Puts what another feature has to tell. */
    public Uni<Void> tell(Tx tx, UUID customer, Notice notice) {
        return mailboxes.put(tx, customer, notice.cause(), List.of(notice.draft()), clock.now());
    }

    public Uni<List<InboxMessage>> list(Tx tx, UUID customer, boolean unreadOnly, long before, int limit) {
        return mailboxes.list(tx, customer, unreadOnly, before, limit);
    }

    public Uni<Long> countUnread(Tx tx, UUID customer) {
        return mailboxes.countUnread(tx, customer);
    }

    /** False when the customer has no such message. */
    public Uni<Boolean> markRead(Tx tx, UUID customer, UUID message) {
        return mailboxes.markRead(tx, customer, message, clock.now());
    }
}
