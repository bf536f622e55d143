package io.anju.repayment.spread.store;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.ReferenceRate;
import io.anju.kernel.rate.Spread;
import io.anju.kernel.rate.SpreadCut;
import io.anju.repayment.loan.model.SpreadStep;
import io.anju.repayment.spread.model.SpreadBatch;
import io.anju.repayment.spread.model.SpreadLoan;
import io.anju.repayment.spread.model.SpreadOutcome;
import io.anju.repayment.spread.model.SpreadRule;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rows of spread_batch and spread_batch_loan, and back. */
final class SpreadRows {

    private SpreadRows() {}

    static SpreadBatch batch(Row row) {
        SpreadBatch.Proposal proposal = proposal(row);
        String state = row.getString("state");
        return switch (state) {
            case "PROPOSED" -> new SpreadBatch.Proposed(proposal);
            case "DECLINED" -> new SpreadBatch.Declined(proposal, decision(row));
            default ->
                new SpreadBatch.Approved(
                        proposal,
                        decision(row),
                        SpreadBatch.Stage.valueOf(state),
                        new SpreadBatch.Progress(
                                row.getLong("waiting"), row.getLong("now_lowered"), row.getLong("now_left")));
        };
    }

    private static SpreadBatch.Decision decision(Row row) {
        return new SpreadBatch.Decision(
                row.getUUID("decided_by"), row.getOffsetDateTime("decided_at").toInstant());
    }

    private static SpreadBatch.Proposal proposal(Row row) {
        return new SpreadBatch.Proposal(
                row.getUUID("id"),
                rule(row),
                row.getString("reason"),
                new SpreadBatch.Preview(
                        row.getLong("preview_loans"),
                        row.getLong("preview_principal"),
                        row.getLong("preview_interest"),
                        row.getLong("preview_unknown")),
                row.getUUID("proposed_by"),
                row.getOffsetDateTime("proposed_at").toInstant());
    }

    private static SpreadRule rule(Row row) {
        return new SpreadRule(
                Set.of(row.getArrayOfStrings("products")),
                Optional.ofNullable(row.getString("tenor")).map(ReferenceRate.Tenor::valueOf),
                Optional.ofNullable(row.getLocalDate("started_before")),
                cut(row),
                row.getLocalDate("effective"));
    }

    private static SpreadCut cut(Row row) {
        return new SpreadCut(spread(row, "above"), spread(row, "lowered_to"), spread(row, "floor"));
    }

    static SpreadStep step(Row row) {
        return new SpreadStep(row.getUUID("batch_id"), row.getLocalDate("effective"), cut(row));
    }

    static SpreadLoan loan(Row row) {
        UUID id = row.getUUID("loan_id");
        return switch (row.getString("state")) {
            case "WAITING" -> new SpreadLoan.Waiting(id);
            case "LEFT" ->
                new SpreadLoan.Concluded(new SpreadOutcome(id, Optional.empty(), Optional.of(row.getString("reason"))));
            default ->
                new SpreadLoan.Concluded(new SpreadOutcome(
                        id,
                        Optional.of(new SpreadOutcome.Lowered(
                                spread(row, "old_spread"),
                                spread(row, "new_spread"),
                                AnnualRate.of(row.getBigDecimal("old_rate")),
                                AnnualRate.of(row.getBigDecimal("new_rate")))),
                        Optional.empty()));
        };
    }

    private static Spread spread(Row row, String column) {
        return new Spread(row.getBigDecimal(column));
    }

    /** What chooses loans: the first five parameters of the statements that do. */
    static Tuple choosing(SpreadRule rule) {
        return Tuple.tuple()
                .addArrayOfString(rule.products().toArray(String[]::new))
                .addString(rule.tenor().map(Enum::name).orElse(null))
                .addLocalDate(rule.startedBefore().orElse(null))
                .addBigDecimal(rule.cut().above().fraction())
                .addBigDecimal(rule.cut().target().fraction());
    }

    static Tuple outcomes(List<SpreadOutcome> outcomes) {
        int n = outcomes.size();
        var ids = new UUID[n];
        var texts = new String[5][n];
        for (int i = 0; i < n; i++) {
            SpreadOutcome outcome = outcomes.get(i);
            ids[i] = outcome.loanId();
            texts[0][i] = outcome.left().orElse(null);
            if (outcome.lowered().isPresent()) {
                SpreadOutcome.Lowered lowered = outcome.lowered().get();
                texts[1][i] = lowered.oldSpread().text();
                texts[2][i] = lowered.newSpread().text();
                texts[3][i] = lowered.oldRate().text();
                texts[4][i] = lowered.newRate().text();
            }
        }
        Tuple values = Tuple.tuple().addArrayOfUUID(ids);
        for (String[] column : texts) {
            values.addArrayOfString(column);
        }
        return values;
    }
}
