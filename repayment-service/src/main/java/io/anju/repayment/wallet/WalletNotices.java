package io.anju.repayment.wallet;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Where notices to the institution are kept: written in the transaction of what they tell, sent afterwards. */
public interface WalletNotices {

    /** Rings when there is a notice to send. */
    String BELL = "wallet-notice";

    /** What a notice tells. */
    enum Kind {
        /** The limit that is granted. */
        LIMIT,
        /** A closing is confirmed; nothing may be drawn from now on. */
        CLOSING_REQUESTED,
        /** It was undone; the limit is as it was. */
        CLOSING_UNDONE,
        /** The link is closed for good. */
        CLOSED
    }

    /**
     * A notice.
     *
     * @param limit fen, in force from now on
     * @param payload the JSON that is signed and sent, kept as it is
     */
    record Notice(UUID id, UUID linkId, Kind kind, long limit, String payload) {}

    /** Keeps a new one. */
    Uni<Void> place(Tx tx, Notice notice, Instant now);

    /**
     * Takes a notice that wants sending, the oldest of its link, and leases it; each attempt doubles the lease, up to an
     * hour. It is never given up: that a link is closed has to be heard.
     */
    Uni<Optional<Notice>> lease(Tx tx, Instant now, Duration lease);

    /** Keeps that the institution has heard it, known on this business date; answers false when that was known. */
    Uni<Boolean> delivered(Tx tx, UUID id, Instant now, LocalDate on);
}
