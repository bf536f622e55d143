package io.anju.repayment.reconciliation.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.repayment.rail.model.Break;
import io.anju.repayment.reconciliation.model.Sides.Ordered;
import io.anju.repayment.reconciliation.model.Sides.State;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One reference on one date: which break it is, what it explains, and what goes to suspense. */
class ComparisonTest {

    /**
     * Columns: lines succeeded and failed, told first and all, told in an earlier file; our order; booked that day, up to
     * it, later; then the break, its difference, its suspense, and what is carried.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "alike, 1, 0, 70, 70, 0, SUCCEEDED, 70, 70, 70, 0, , 0, 0, 0",
        "a payout alike, 1, 0, -70, -70, 0, SUCCEEDED, -70, -70, -70, 0, , 0, 0, 0",
        "failed alike, 0, 1, 0, 0, 0, FAILED, 70, 0, 0, 0, , 0, 0, 0",
        "never ordered, 1, 0, 70, 70, 0, , 0, 0, 0, 0, UNKNOWN_REFERENCE, 70, 70, 0",
        "a payout never ordered, 1, 0, -70, -70, 0, , 0, 0, 0, 0, UNKNOWN_REFERENCE, -70, -70, 0",
        "failed and never ordered, 0, 1, 0, 0, 0, , 0, 0, 0, 0, UNKNOWN_REFERENCE, 0, 0, 0",
        "more than ordered, 1, 0, 71, 71, 0, SUCCEEDED, 70, 70, 70, 0, AMOUNT_DIFFERS, 1, 1, 0",
        "less than ordered, 1, 0, 30, 30, 0, SUCCEEDED, 70, 70, 70, 0, AMOUNT_DIFFERS, -40, 0, 0",
        "a part of an open order, 1, 0, 30, 30, 0, OPEN, 70, 0, 0, 0, AMOUNT_DIFFERS, 30, 30, 0",
        "in where it should go out, 1, 0, 70, 70, 0, SUCCEEDED, -70, -70, -70, 0, AMOUNT_DIFFERS, 140, 140, 0",
        "not told of yet, 1, 0, 70, 70, 0, OPEN, 70, 0, 0, 0, STATUS_DIFFERS, 70, 0, 0",
        "told of later, 1, 0, 70, 70, 0, SUCCEEDED, 70, 0, 0, 70, STATUS_DIFFERS, 70, 0, 0",
        "told of as failed, 1, 0, 70, 70, 0, FAILED, 70, 0, 0, 0, STATUS_DIFFERS, 70, 70, 0",
        "failed and not told of yet, 0, 1, 0, 0, 0, OPEN, 70, 0, 0, 0, STATUS_DIFFERS, 0, 0, 0",
        "failed and posted, 0, 1, 0, 0, 0, SUCCEEDED, 70, 70, 70, 0, STATUS_DIFFERS, -70, 0, 0",
        "never posted, 1, 0, 70, 70, 0, SUCCEEDED, 70, 0, 0, 0, MISSING_AT_BANK, 70, 70, 0",
        "posted in part, 1, 0, 70, 70, 0, SUCCEEDED, 70, 50, 50, 0, AMOUNT_DIFFERS, 20, 20, 0",
        "not in the file, 0, 0, 0, 0, 0, SUCCEEDED, 70, 70, 70, 0, MISSING_AT_RAIL, -70, 0, 0",
        "listed twice, 2, 0, 70, 140, 0, SUCCEEDED, 70, 70, 70, 0, POSTED_TWICE, 70, 70, 0",
        "listed the day before too, 1, 0, 70, 70, 70, SUCCEEDED, 70, 0, 70, 0, POSTED_TWICE, 70, 70, 0",
        "posted for the file before, 0, 0, 0, 0, 70, SUCCEEDED, 70, 70, 70, 0, , 0, 0, -70",
        "listed for the posting before, 1, 0, 70, 70, 0, SUCCEEDED, 70, 0, 70, 0, , 0, 0, 70",
        "undone after it was listed, 0, 0, 0, 0, 70, SUCCEEDED, 70, -70, 0, 0, MISSING_AT_BANK, 70, 70, 0",
        "undone since it was never listed, 0, 0, 0, 0, 0, SUCCEEDED, 70, -70, 0, 0, , 0, 0, 70"
    })
    void findsExactlyTheRightBreak(
            String name,
            int succeeded,
            int failed,
            long first,
            long all,
            long before,
            State state,
            long ordered,
            long booked,
            long toDate,
            long later,
            Break.Kind kind,
            long difference,
            long suspense,
            long carried) {
        var order = state == null ? null : new Ordered(state, ordered);
        var sides = new Sides("r", succeeded, failed, first, all, before, order, booked, toDate, later);

        assertFound(kind, difference, suspense, carried, sides);
    }

    /** The same of an order of 70 that accepts a part, listed once. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a part not told of yet, 30, OPEN, 0, 0, STATUS_DIFFERS, 30, 0, 0",
        "all of it not told of yet, 70, OPEN, 0, 0, STATUS_DIFFERS, 70, 0, 0",
        "a part told of as failed, 30, FAILED, 0, 0, STATUS_DIFFERS, 30, 30, 0",
        "more than ordered, 71, OPEN, 0, 0, AMOUNT_DIFFERS, 71, 71, 0",
        "a part out where it should come in, -30, OPEN, 0, 0, AMOUNT_DIFFERS, -30, -30, 0"
    })
    void knowsThatAPartIsAnOutcomeToo(
            String name,
            long told,
            State state,
            long booked,
            long later,
            Break.Kind kind,
            long difference,
            long suspense,
            long carried) {
        var order = new Ordered(state, 70, true);

        assertFound(
                kind, difference, suspense, carried, new Sides("r", 1, 0, told, told, 0, order, booked, booked, later));
    }

    private static void assertFound(Break.Kind kind, long difference, long suspense, long carried, Sides sides) {
        var compared = Comparison.of(sides);

        assertEquals(
                kind == null ? List.of() : List.of(kind),
                compared.findings().stream().map(Finding::kind).toList());
        assertEquals(
                difference,
                compared.findings().stream().mapToLong(Finding::difference).sum());
        assertEquals(
                suspense,
                compared.findings().stream().mapToLong(Finding::suspense).sum());
        assertEquals(carried, compared.carried());
    }
}
