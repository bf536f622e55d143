package io.anju.repayment.wallet.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What closing a link brings, told before anything is decided; amounts in fen.
 *
 * @param automatic whether instalments are debited from the wallet by themselves
 * @param nextDue the next due date; empty when nothing more falls due
 * @param nextAmount of the instalment then
 * @param unpaid instalments that are due and unpaid
 * @param account what the wallet holds and owes
 * @param limit that goes
 * @param cardBound whether a card is debited from then on
 */
public record Impact(
        boolean automatic,
        Optional<LocalDate> nextDue,
        long nextAmount,
        int unpaid,
        WalletAccount account,
        long limit,
        boolean cardBound) {

    /** What is touched. */
    public enum Subject {
        /** Instalments scheduled through the wallet. */
        SCHEDULED_INSTALMENTS,
        /** What the wallet owes its institution. */
        OUTSTANDING_BALANCE,
        /** The credit limit, and not having to think of a due date. */
        BENEFITS,
        /** What the credit record will show. */
        CREDIT_RECORD
    }

    /** How it is touched; each has its words in both languages. */
    public enum Consequence {
        NONE_SCHEDULED,
        CARD_TAKES_OVER,
        NOTHING_PAYS_BY_ITSELF,
        INSTALMENT_UNPAID,
        NOTHING_OWED,
        CREDIT_STAYS_OWED,
        LIMIT_ENDS,
        NO_LIMIT_TO_LOSE,
        RECORDED_AS_CLOSED,
        RECORDED_AS_OWED_UNTIL_REPAID
    }

    /**
     * One effect.
     *
     * @param amount fen, of what is touched
     */
    public record Item(Subject subject, Consequence consequence, long amount) {}

    /** Each effect, always in the same order; none is left out because it is harmless. */
    public List<Item> items() {
        return List.of(scheduled(), outstanding(), benefits(), record());
    }

    /**
     * Everything that is told, one figure a line, always spelled alike: its hash is evidence of what was shown. Changed only
     * with a new version in its first line.
     */
    public String text() {
        StringBuilder text = new StringBuilder("impact 1\n")
                .append("own funds ")
                .append(account.ownFunds())
                .append("\nnext due ")
                .append(nextDue.map(LocalDate::toString).orElse("none"))
                .append('\n');
        for (Item item : items()) {
            text.append(item.subject())
                    .append(' ')
                    .append(item.consequence())
                    .append(' ')
                    .append(item.amount())
                    .append('\n');
        }
        return text.toString();
    }

    private Item scheduled() {
        if (unpaid > 0) {
            return new Item(Subject.SCHEDULED_INSTALMENTS, Consequence.INSTALMENT_UNPAID, nextAmount);
        }
        if (!automatic || nextDue.isEmpty()) {
            return new Item(Subject.SCHEDULED_INSTALMENTS, Consequence.NONE_SCHEDULED, 0);
        }
        return new Item(
                Subject.SCHEDULED_INSTALMENTS,
                cardBound ? Consequence.CARD_TAKES_OVER : Consequence.NOTHING_PAYS_BY_ITSELF,
                nextAmount);
    }

    private Item outstanding() {
        return account.creditUsed() > 0
                ? new Item(Subject.OUTSTANDING_BALANCE, Consequence.CREDIT_STAYS_OWED, account.creditUsed())
                : new Item(Subject.OUTSTANDING_BALANCE, Consequence.NOTHING_OWED, 0);
    }

    private Item benefits() {
        return limit > 0
                ? new Item(Subject.BENEFITS, Consequence.LIMIT_ENDS, limit)
                : new Item(Subject.BENEFITS, Consequence.NO_LIMIT_TO_LOSE, 0);
    }

    private Item record() {
        return account.creditUsed() > 0
                ? new Item(Subject.CREDIT_RECORD, Consequence.RECORDED_AS_OWED_UNTIL_REPAID, account.creditUsed())
                : new Item(Subject.CREDIT_RECORD, Consequence.RECORDED_AS_CLOSED, 0);
    }
}
