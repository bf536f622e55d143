package io.anju.repayment.wallet.http;

import io.anju.repayment.wallet.model.LimitRule;
import io.anju.repayment.wallet.model.WalletLink;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link as its owner sees it.
 *
 * @param walletTail last characters of the wallet, to recognise it by
 * @param automatic whether instalments are debited from it by themselves while it is linked
 * @param limit how the credit limit was computed
 * @param agreement where the agreement is read and signed
 * @param linkedAt absent until the agreement is in force
 */
@RegisterForReflection
public record WalletLinkView(
        UUID id,
        UUID loanId,
        State state,
        String walletTail,
        boolean automatic,
        Limit limit,
        String agreement,
        Instant requestedAt,
        @Nullable Instant linkedAt) {

    /** How far the link is. */
    public enum State {
        /** Its agreement is to be read and signed. */
        REQUESTED,
        LINKED,
        /** Its closing is confirmed and can be undone. */
        CLOSING,
        UNLINKED,
        /** Its agreement was not signed. */
        CANCELLED
    }

    /**
     * The limit and its formula: {@code min(cap, mortgageBalance × share × min(historyMonths, fullMonths) / fullMonths ×
     * onTime / counted)}, rounded down to {@code step}; the last factor is one where nothing was counted.
     *
     * @param amount fen
     * @param mortgageBalance fen, when the link was asked for
     * @param historyMonths whole months since the loan was paid out
     * @param counted instalments looked at, the latest 24 at most
     * @param onTime those paid by the end of their grace
     * @param share decimal fraction
     * @param cap fen; what other links of the same person were granted is taken off it
     * @param step fen
     */
    @RegisterForReflection
    public record Limit(
            long amount,
            long mortgageBalance,
            int historyMonths,
            int counted,
            int onTime,
            String share,
            int fullMonths,
            long cap,
            long step) {}

    static WalletLinkView of(WalletLink link) {
        WalletLink.Facts facts = link.facts();
        return new WalletLinkView(
                facts.id(),
                facts.loanId(),
                state(link),
                facts.tail(),
                link.automatic(),
                limit(facts),
                "/api/v1/contracts/" + facts.agreementId(),
                facts.requestedAt(),
                link.since().orElse(null));
    }

    private static Limit limit(WalletLink.Facts facts) {
        LimitRule rule = facts.rule();
        return new Limit(
                facts.limit(),
                facts.basis().mortgageBalance(),
                facts.basis().historyMonths(),
                facts.basis().counted(),
                facts.basis().onTime(),
                rule.share().toPlainString(),
                rule.fullMonths(),
                rule.cap(),
                rule.step());
    }

    static State state(WalletLink link) {
        return switch (link) {
            case WalletLink.Requested requested -> State.REQUESTED;
            case WalletLink.Linked linked -> State.LINKED;
            case WalletLink.Closing closing -> State.CLOSING;
            case WalletLink.Unlinked gone -> State.UNLINKED;
            case WalletLink.Cancelled never -> State.CANCELLED;
        };
    }
}
