package io.anju.repayment.wallet;

import io.anju.repayment.wallet.model.LimitRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * How wallets are linked and unlinked. The institution's address is {@code anju.wallet.url}, the patience with one request
 * {@code anju.remotes.wallet.timeout}.
 */
@ConfigMapping(prefix = "anju.wallet-link")
public interface WalletConfig {

    /** How long a confirmed closing can be undone. */
    @WithDefault("72h")
    Duration undoWindow();

    /** How long a wish to link waits for its asker to come back when the institution's answer was not kept. */
    @WithDefault("24h")
    Duration wishPatience();

    /** Pause between two looks for windows that have ended and for wishes that nobody waits for; {@code off} for never. */
    @WithDefault("1m")
    String windowRound();

    /** Pause between two looks for links that were left behind when their loan ended. */
    @WithDefault("10m")
    String endedRound();

    /** Pause between two looks for notices that the institution has not taken; a new one is sent at once. */
    @WithDefault("1s")
    String noticeRound();

    /** First wait before a notice is sent again; it doubles up to an hour. */
    @WithDefault("30s")
    Duration noticeLease();

    /** The limit's formula. */
    Limit limit();

    /** Its figures; see {@link LimitRule}. */
    interface Limit {

        /** Share of the mortgage balance, decimal fraction. */
        @WithDefault("0.05")
        BigDecimal share();

        /** Months of history from which on the whole share is granted. */
        @WithDefault("24")
        int fullMonths();

        /** Fen at most. */
        @WithDefault("20000000")
        long cap();

        /** Fen, to which it is rounded down. */
        @WithDefault("100000")
        long step();

        /** The figures as the rule that they make. */
        default LimitRule rule() {
            return new LimitRule(share(), fullMonths(), cap(), step());
        }
    }
}
