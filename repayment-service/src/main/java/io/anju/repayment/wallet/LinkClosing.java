package io.anju.repayment.wallet;

import io.anju.kit.event.Outbox;
import io.anju.kit.tx.Tx;
import io.anju.repayment.wallet.model.WalletLink;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What being over means for a link, however it came to it: kept, told to the wallet's institution, announced. */
@ApplicationScoped
class LinkClosing {

    private final WalletLinks links;
    private final NoticeDesk notices;
    private final Impacts impacts;
    private final Outbox outbox;

    LinkClosing(WalletLinks links, NoticeDesk notices, Impacts impacts, Outbox outbox) {
        this.links = links;
        this.notices = notices;
        this.impacts = impacts;
        this.outbox = outbox;
    }

    /** Of a link that is locked. */
    Uni<Void> close(Tx tx, WalletLink.Unlinked gone) {
        return links.save(tx, gone)
                .flatMap(saved -> notices.place(tx, gone.facts().id(), WalletNotices.Kind.CLOSED, 0))
                .flatMap(placed -> impacts.afterwards(tx, gone.facts()))
                .flatMap(after -> outbox.append(
                        tx,
                        WalletAnnouncements.unlinked(
                                gone, after.nextDue(), after.card().isPresent())));
    }
}
