package io.anju.loan.application.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an application declares, complete: nothing that a decision needs is missing.
 *
 * @param dueDay day of the month, 1 to 28; null: the day on which the loan starts
 */
public record Facts(
        List<TrancheWish> tranches,
        @Nullable Integer dueDay,
        Property property,
        Income income,
        List<Liability> liabilities,
        List<Asset> assets) {

    public Facts {
        tranches = List.copyOf(tranches);
        liabilities = List.copyOf(liabilities);
        assets = List.copyOf(assets);
    }

    /** Fen asked for, all tranches together. */
    public long principal() {
        return tranches.stream().mapToLong(TrancheWish::principal).sum();
    }

    /** The same facts, open for change again. */
    public ApplicationDraft asDraft() {
        return new ApplicationDraft(tranches, dueDay, property, income, liabilities, assets);
    }
}
