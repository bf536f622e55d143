package io.anju.repayment.wallet.http;

import io.anju.repayment.wallet.model.Impact;
import io.anju.repayment.wallet.model.ImpactWords;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What closing a link brings, each effect with its consequence and what mends it.
 *
 * @param ownFunds fen, the holder's money in the wallet; it stays theirs
 */
@RegisterForReflection
public record ImpactView(long ownFunds, List<Item> items) {

    public ImpactView {
        items = List.copyOf(items);
    }

    /**
     * One effect.
     *
     * @param amount fen, of what is touched
     * @param means the consequence in words
     * @param mend what can be done about it, in words
     * @param at where that is done; empty where nothing has to be
     */
    @RegisterForReflection
    public record Item(
            Impact.Subject subject, Impact.Consequence consequence, long amount, Words means, Words mend, String at) {}

    /** The same in both languages. */
    @RegisterForReflection
    public record Words(String zh, String en) {

        static Words of(ImpactWords.Words words) {
            return new Words(words.zh(), words.en());
        }
    }

    static ImpactView of(Impact impact, String loanPath) {
        return new ImpactView(
                impact.account().ownFunds(),
                impact.items().stream().map(item -> view(item, loanPath)).toList());
    }

    private static Item view(Impact.Item item, String loanPath) {
        return new Item(
                item.subject(),
                item.consequence(),
                item.amount(),
                Words.of(ImpactWords.means(item.consequence())),
                Words.of(ImpactWords.mend(item.consequence())),
                at(item.consequence(), loanPath));
    }

    private static String at(Impact.Consequence consequence, String loanPath) {
        return switch (consequence) {
            case NOTHING_PAYS_BY_ITSELF -> "/api/v1/cards";
            case INSTALMENT_UNPAID -> loanPath + "/payments";
            case NONE_SCHEDULED,
                    CARD_TAKES_OVER,
                    NOTHING_OWED,
                    CREDIT_STAYS_OWED,
                    LIMIT_ENDS,
                    NO_LIMIT_TO_LOSE,
                    RECORDED_AS_CLOSED,
                    RECORDED_AS_OWED_UNTIL_REPAID -> "";
        };
    }
}
