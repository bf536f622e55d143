package io.anju.identity.notice;

import io.anju.identity.notice.model.NoticeStanding;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** What customers said to the notices; it only grows. */
public interface NoticeStore {

    /** A customer's latest decision. */
    Uni<Optional<NoticeStanding.Decided>> last(Tx tx, UUID customerId);

    Uni<Void> add(Tx tx, NoticeReceipt receipt);

    Uni<Optional<NoticeReceipt>> findReceipt(Tx tx, UUID customerId, UUID id);
}
