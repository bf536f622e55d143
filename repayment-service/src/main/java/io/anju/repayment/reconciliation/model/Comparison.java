package io.anju.repayment.reconciliation.model;

import io.anju.repayment.rail.model.Break;
import io.anju.repayment.reconciliation.model.Sides.Ordered;
import io.anju.repayment.reconciliation.model.Sides.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the comparison of one reference on one date comes to. Whatever its sides are, the differences of the findings and
 * what is carried add up to what the file says less what was posted that day: nothing is left unexplained.
 *
 * @param findings the breaks
 * @param carried fen: what the file says less what was posted, where the two together end a break of another day
 * @param orderedCarried fen: what was ordered less what was posted, in the same case
 */
public record Comparison(List<Finding> findings, long carried, long orderedCarried) {

    public Comparison {
        findings = List.copyOf(findings);
    }

    /** Compares. */
    public static Comparison of(Sides sides) {
        List<Finding> findings = new ArrayList<>();
        if (sides.succeededLines() > (sides.isListedBefore() ? 0 : 1)) {
            findings.add(listedAgain(sides));
        }
        Optional<Break.Kind> kind = kind(sides);
        kind.ifPresent(found -> findings.add(finding(found, sides)));
        return kind.isPresent()
                ? new Comparison(findings, 0, 0)
                : new Comparison(findings, sides.toldOnDay() - sides.bookedOnDay(), orderedBeyondPosted(sides));
    }

    private static long orderedBeyondPosted(Sides sides) {
        Ordered order = sides.order();
        return sides.bookedOnDay() == 0 ? 0 : (order == null ? 0 : order.amount()) - sides.bookedOnDay();
    }

    private static Optional<Break.Kind> kind(Sides sides) {
        if (sides.toldOnDay() != 0) {
            return kindOfMoved(sides, sides.order());
        }
        if (sides.failedLines() > 0 && !sides.isListedBefore()) {
            return kindOfFailed(sides, sides.order());
        }
        return sides.bookedOnDay() == 0 ? Optional.empty() : kindOfPosted(sides);
    }

    /** The file says for the first time that money moved. */
    private static Optional<Break.Kind> kindOfMoved(Sides sides, @Nullable Ordered order) {
        if (order == null) {
            return Optional.of(Break.Kind.UNKNOWN_REFERENCE);
        }
        if (!order.allows(sides.toldOnDay())) {
            return Optional.of(Break.Kind.AMOUNT_DIFFERS);
        }
        if (order.state() != State.SUCCEEDED) {
            return Optional.of(Break.Kind.STATUS_DIFFERS);
        }
        if (sides.bookedToDate() == sides.toldOnDay()) {
            return Optional.empty();
        }
        if (sides.bookedToDate() != 0) {
            return Optional.of(Break.Kind.AMOUNT_DIFFERS);
        }
        // Posted since, with a later date: on that day we did not know yet.
        return Optional.of(sides.bookedLater() == 0 ? Break.Kind.MISSING_AT_BANK : Break.Kind.STATUS_DIFFERS);
    }

    /** The file says that no money moved. */
    private static Optional<Break.Kind> kindOfFailed(Sides sides, @Nullable Ordered order) {
        if (order == null) {
            return Optional.of(Break.Kind.UNKNOWN_REFERENCE);
        }
        return order.state() == State.FAILED && sides.bookedOnDay() == 0
                ? Optional.empty()
                : Optional.of(Break.Kind.STATUS_DIFFERS);
    }

    /** Something was posted, and the file has no news of it. */
    private static Optional<Break.Kind> kindOfPosted(Sides sides) {
        if (sides.standing() == sides.bookedToDate()) {
            return Optional.empty();
        }
        if (sides.standing() == 0) {
            return Optional.of(Break.Kind.MISSING_AT_RAIL);
        }
        return Optional.of(sides.bookedToDate() == 0 ? Break.Kind.MISSING_AT_BANK : Break.Kind.AMOUNT_DIFFERS);
    }

    private static Finding listedAgain(Sides sides) {
        long again = sides.toldAll() - sides.toldOnDay();
        return new Finding(
                Break.Kind.POSTED_TWICE,
                sides.reference(),
                null,
                0,
                again,
                again,
                "LISTED " + sides.standing(),
                "LISTED AGAIN " + again);
    }

    private static Finding finding(Break.Kind kind, Sides sides) {
        Ordered order = sides.order();
        return new Finding(
                kind,
                sides.reference(),
                order == null ? null : order.amount(),
                sides.bookedOnDay(),
                sides.toldOnDay(),
                unplaced(sides, order),
                (order == null ? "none" : order.state() + " " + order.amount()) + ", POSTED " + sides.bookedToDate(),
                theirs(sides));
    }

    /** What the rail shows beyond what is posted, and no order that is open can still take. */
    private static long unplaced(Sides sides, @Nullable Ordered order) {
        long beyond = sides.standing() - sides.booked();
        boolean comes = order != null && order.state() == State.OPEN && order.allows(sides.standing());
        return comes || Long.signum(beyond) != Long.signum(sides.standing()) ? 0 : beyond;
    }

    private static String theirs(Sides sides) {
        if (sides.succeededLines() > 0) {
            return "SUCCEEDED " + sides.toldFirst();
        }
        return sides.failedLines() > 0 ? "FAILED" : "none";
    }
}
