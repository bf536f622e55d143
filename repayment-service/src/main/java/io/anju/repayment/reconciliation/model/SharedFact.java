package io.anju.repayment.reconciliation.model;

import io.anju.repayment.rail.model.Break;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a link or a notice is in our books and in the file of the wallet's institution: limits and closings are shared, and
 * each exchange is evidenced, so both sides have to tell the same. No money moves.
 *
 * @param reference the link's or the notice's id
 * @param ours absent when we know of none
 * @param theirs absent when no file up to the date lists it
 */
public record SharedFact(
        String reference, @Nullable Said ours, @Nullable Said theirs) {

    /**
     * What one side says.
     *
     * @param kind {@code LINK}, or the notice's
     * @param limit fen
     */
    public record Said(String kind, long limit) {
        @Override
        public String toString() {
            return kind + " " + limit;
        }
    }

    /** The break, where the sides do not say the same. */
    public Optional<Finding> finding() {
        if (ours == null) {
            return Optional.of(finding(Break.Kind.UNKNOWN_REFERENCE));
        }
        if (theirs == null) {
            return Optional.of(finding(Break.Kind.MISSING_AT_RAIL));
        }
        if (!ours.kind().equals(theirs.kind())) {
            return Optional.of(finding(Break.Kind.STATUS_DIFFERS));
        }
        return ours.limit() == theirs.limit() ? Optional.empty() : Optional.of(finding(Break.Kind.AMOUNT_DIFFERS));
    }

    private Finding finding(Break.Kind kind) {
        return new Finding(kind, reference, null, 0, 0, 0, word(ours), word(theirs));
    }

    private static String word(@Nullable Said said) {
        return said == null ? "none" : said.toString();
    }
}
