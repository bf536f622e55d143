package io.anju.repayment.wallet;

import io.anju.kit.event.DomainEvent;
import io.anju.kit.http.Digests;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.RailOrder;
import io.anju.repayment.wallet.model.Unlinking;
import io.anju.repayment.wallet.model.WalletLink;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others are told of a link. Amounts in fen. */
final class WalletAnnouncements {

    private WalletAnnouncements() {}

    /**
     * Data of {@code anju.wallet.link-requested.v1}: an agreement is to be drafted, under the id that is given.
     *
     * @param undoHours how long a closing can be undone
     */
    @RegisterForReflection
    record LinkRequested(
            UUID linkId,
            UUID loanId,
            UUID customerId,
            UUID agreementId,
            long limit,
            long mortgageBalance,
            String walletTail,
            long undoHours) {}

    /** Data of {@code anju.wallet.linked.v1}; {@code reopened}: a closing was undone. */
    @RegisterForReflection
    record Linked(UUID linkId, UUID loanId, UUID customerId, long limit, boolean automatic, boolean reopened) {}

    /** Data of {@code anju.wallet.link-cancelled.v1}: it does not come to be, since its loan is over. */
    @RegisterForReflection
    record LinkCancelled(UUID linkId, UUID loanId, UUID customerId, UUID agreementId) {}

    /**
     * Data of the events of a closing before it is confirmed: {@code anju.wallet.unlink-begun.v1}, {@code
     * …unlink-report-taken.v1}, {@code …unlink-instalment-settled.v1} and {@code …unlink-given-up.v1}.
     *
     * @param impactSha256 of {@link io.anju.repayment.wallet.model.Impact#text} as it was told when the closing began
     */
    @RegisterForReflection
    record UnlinkStep(UUID linkId, UUID loanId, UUID customerId, UUID unlinkingId, String impactSha256) {}

    /**
     * Data of {@code anju.wallet.report-given.v1}: the account report was handed out while a closing is open.
     *
     * @param sha256 of the very bytes
     */
    @RegisterForReflection
    record ReportGiven(UUID linkId, UUID loanId, UUID customerId, UUID unlinkingId, String mediaType, String sha256) {}

    /** Data of {@code anju.wallet.unlink-requested.v1}. */
    @RegisterForReflection
    record UnlinkRequested(UUID linkId, UUID loanId, UUID customerId, Instant undoUntil, LocalDate undoDate) {}

    /** Data of {@code anju.wallet.unlinked.v1}; {@code nextDueDate}: absent when nothing more falls due. */
    @RegisterForReflection
    record Unlinked(
            UUID linkId,
            UUID loanId,
            UUID customerId,
            @Nullable LocalDate nextDueDate,
            boolean cardBound) {}

    /** Data of {@code anju.wallet.notice-delivered.v1}: the institution has heard this very payload. */
    @RegisterForReflection
    record NoticeDelivered(UUID noticeId, UUID linkId, WalletNotices.Kind kind, long limit, String payloadSha256) {}

    /** Data of {@code anju.wallet.credit-refused.v1}: somebody wanted to pay an instalment out of the credit line. */
    @RegisterForReflection
    record CreditRefused(UUID linkId, UUID loanId, UUID customerId, Instant at) {}

    /**
     * Data of {@code anju.wallet.credit-taken.v1}: the instalment is not paid, and the money goes back.
     *
     * @param automaticStopped whether the wallet was debited by itself for this loan, and is not any more
     * @param cardBound whether a card is debited by itself then
     */
    @RegisterForReflection
    record CreditTaken(
            UUID loanId,
            UUID customerId,
            int instalment,
            long amount,
            String order,
            String transactionId,
            boolean automaticStopped,
            boolean cardBound) {}

    /** Data of {@code anju.wallet.credit-returned.v1}: it is back, by the institution's word. */
    @RegisterForReflection
    record CreditReturned(UUID loanId, UUID customerId, long amount, String order, String transactionId) {}

    static DomainEvent linkRequested(WalletLink.Requested link, long undoHours) {
        WalletLink.Facts of = link.facts();
        return event(
                "link-requested",
                of,
                new LinkRequested(
                        of.id(),
                        of.loanId(),
                        of.customerId(),
                        of.agreementId(),
                        of.limit(),
                        of.basis().mortgageBalance(),
                        of.tail(),
                        undoHours));
    }

    static DomainEvent linked(WalletLink.Linked link, boolean reopened) {
        WalletLink.Facts of = link.facts();
        return event(
                "linked",
                of,
                new Linked(of.id(), of.loanId(), of.customerId(), of.limit(), link.automatic(), reopened));
    }

    static DomainEvent linkCancelled(WalletLink.Facts of) {
        return event("link-cancelled", of, new LinkCancelled(of.id(), of.loanId(), of.customerId(), of.agreementId()));
    }

    /** The impact is shown, and nothing is closed yet. */
    static DomainEvent unlinkBegun(WalletLink.Facts of, Unlinking.Case about) {
        return step("unlink-begun", of, about);
    }

    /** The borrower says that the report is there. */
    static DomainEvent unlinkReportTaken(WalletLink.Facts of, Unlinking.Case about) {
        return step("unlink-report-taken", of, about);
    }

    /** No instalment is due and unpaid. */
    static DomainEvent unlinkInstalmentSettled(WalletLink.Facts of, Unlinking.Case about) {
        return step("unlink-instalment-settled", of, about);
    }

    /** The borrower does not go on with it: the link is as it was. */
    static DomainEvent unlinkGivenUp(WalletLink.Facts of, Unlinking.Case about) {
        return step("unlink-given-up", of, about);
    }

    private static DomainEvent step(String what, WalletLink.Facts of, Unlinking.Case about) {
        String shown = Digests.sha256Hex(about.told().text());
        return event(what, of, new UnlinkStep(of.id(), of.loanId(), of.customerId(), about.id(), shown));
    }

    static DomainEvent reportGiven(WalletLink.Facts of, Unlinking.Case about, String mediaType, String sha256) {
        return event(
                "report-given",
                of,
                new ReportGiven(of.id(), of.loanId(), of.customerId(), about.id(), mediaType, sha256));
    }

    static DomainEvent unlinkRequested(WalletLink.Closing link, LocalDate undoDate) {
        WalletLink.Facts of = link.facts();
        return event(
                "unlink-requested",
                of,
                new UnlinkRequested(of.id(), of.loanId(), of.customerId(), link.undoUntil(), undoDate));
    }

    static DomainEvent unlinked(WalletLink.Unlinked link, Optional<LocalDate> nextDue, boolean cardBound) {
        WalletLink.Facts of = link.facts();
        return event(
                "unlinked", of, new Unlinked(of.id(), of.loanId(), of.customerId(), nextDue.orElse(null), cardBound));
    }

    static DomainEvent noticeDelivered(WalletNotices.Notice notice, String sha256) {
        return new DomainEvent(
                "anju.wallet.notice-delivered.v1",
                notice.linkId().toString(),
                new NoticeDelivered(notice.id(), notice.linkId(), notice.kind(), notice.limit(), sha256));
    }

    static DomainEvent creditRefused(WalletLink.Facts of, Instant at) {
        return event("credit-refused", of, new CreditRefused(of.id(), of.loanId(), of.customerId(), at));
    }

    static DomainEvent creditTaken(UUID customerId, RailOrder.Failed taken, boolean stopped, boolean cardBound) {
        Instruction order = taken.instruction();
        return new DomainEvent(
                "anju.wallet.credit-taken.v1",
                order.loanId().toString(),
                new CreditTaken(
                        order.loanId(),
                        customerId,
                        order.subjectNumber(),
                        order.amount(),
                        order.reference(),
                        taken.transactionId(),
                        stopped,
                        cardBound));
    }

    static DomainEvent creditReturned(UUID customerId, RailOrder.Succeeded returned) {
        Instruction order = returned.instruction();
        return new DomainEvent(
                "anju.wallet.credit-returned.v1",
                order.loanId().toString(),
                new CreditReturned(
                        order.loanId(), customerId, order.amount(), order.subject(), returned.transactionId()));
    }

    private static DomainEvent event(String what, WalletLink.Facts of, Object data) {
        return new DomainEvent("anju.wallet." + what + ".v1", of.id().toString(), data);
    }
}
