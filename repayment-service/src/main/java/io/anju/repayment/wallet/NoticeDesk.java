package io.anju.repayment.wallet;

import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Writes what the institution is to be told, in the transaction that made it true. {@link NoticeCourier} sends it. */
@ApplicationScoped
class NoticeDesk {

    private final WalletNotices notices;
    private final BusinessClock clock;
    private final Ids ids;

    NoticeDesk(WalletNotices notices, BusinessClock clock, Ids ids) {
        this.notices = notices;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param limit fen, in force from now on */
    Uni<Void> place(Tx tx, UUID link, WalletNotices.Kind kind, long limit) {
        UUID id = ids.next();
        Instant now = clock.now();
        String payload = new JsonObject()
                .put("id", id.toString())
                .put("kind", kind.name())
                .put("link", link.toString())
                .put("limit", limit)
                .put("at", now.toString())
                .encode();
        return notices.place(tx, new WalletNotices.Notice(id, link, kind, limit, payload), now);
    }
}
