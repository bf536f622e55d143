package io.anju.repayment.reconciliation.model;

import io.anju.repayment.rail.model.Channel;
import java.util.Optional;

/**
 * A line of a daily file: one transaction that was settled, or one fact that the wallet's institution knows. The account
 * is not kept.
 *
 * @param number from 1, the header not counted
 * @param transactionId the other side's own id
 * @param reference ours, if it is
 * @param succeeded whether money moved, or the fact is one
 * @param funds whose money a wallet's payment took, or its return gave
 * @param amount fen; a notice's limit
 */
public record FileLine(
        int number,
        String transactionId,
        String reference,
        Kind kind,
        boolean succeeded,
        Optional<Funds> funds,
        long amount) {

    /** Whose money. */
    public enum Funds {
        OWN,
        CREDIT
    }

    /** What a line tells of, and the word for it in its file. */
    public enum Kind {
        DEBIT(Channel.RAIL, "DEBIT", true),
        PAYOUT(Channel.RAIL, "PAYOUT", true),
        WALLET_DEBIT(Channel.WALLET, "PAYMENT", true),
        WALLET_RETURN(Channel.WALLET, "RETURN", true),
        /** A wallet was linked. */
        LINK(Channel.WALLET, "LINK", false),
        LIMIT(Channel.WALLET, "LIMIT", false),
        CLOSING_REQUESTED(Channel.WALLET, "CLOSING_REQUESTED", false),
        CLOSING_UNDONE(Channel.WALLET, "CLOSING_UNDONE", false),
        CLOSED(Channel.WALLET, "CLOSED", false);

        private final Channel source;
        private final String word;
        private final boolean money;

        Kind(Channel source, String word, boolean money) {
            this.source = source;
            this.word = word;
            this.money = money;
        }

        /** Whether it can move money; otherwise it is a fact. */
        public boolean isMoney() {
            return money;
        }

        /** The kind that a word means in that file. */
        static Optional<Kind> of(Channel source, String word) {
            for (Kind kind : values()) {
                if (kind.source == source && kind.word.equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** The line as it is kept, in one text: what a file's hash is made over. */
    public String text() {
        return String.join(
                "\t",
                transactionId,
                reference,
                kind.name(),
                Boolean.toString(succeeded),
                funds.map(Funds::name).orElse(""),
                Long.toString(amount));
    }
}
