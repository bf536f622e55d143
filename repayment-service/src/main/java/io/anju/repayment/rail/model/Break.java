package io.anju.repayment.rail.model;

import java.util.Locale;

/**
 * A disagreement between our books and the rail about one reference, as it is found.
 *
 * @param ours what we hold
 * @param theirs what the rail says
 */
public record Break(Kind kind, String reference, String ours, String theirs) {

    private static final String NOTHING = "none";

    /** What they disagree about. */
    public enum Kind {
        /** The rail moved money that we posted nowhere. */
        MISSING_AT_BANK,
        /** We posted money that the rail does not show. */
        MISSING_AT_RAIL,
        /** Another amount than ordered or posted. */
        AMOUNT_DIFFERS,
        /** Another outcome than we know, or an order whose outcome cannot be had. */
        STATUS_DIFFERS,
        /** Money for something that was paid, or listed, already. */
        POSTED_TWICE,
        /** We never gave an order with this reference. */
        UNKNOWN_REFERENCE
    }

    /** The rail tells of a reference that we never gave. */
    public static Break unknown(RailOutcome told) {
        return new Break(Kind.UNKNOWN_REFERENCE, told.reference(), NOTHING, word(told));
    }

    /** The rail tells of another amount, or contradicts itself. */
    public static Break of(RailRefusal refusal, RailOrder order, RailOutcome told) {
        Kind kind = switch (refusal) {
            case RailRefusal.OtherAmount other -> Kind.AMOUNT_DIFFERS;
            case RailRefusal.Contradiction contradiction -> Kind.STATUS_DIFFERS;
        };
        return new Break(kind, told.reference(), word(order), word(told));
    }

    /** The order has been carried to the rail often enough, and no outcome is known. */
    public static Break unanswered(RailOrder order, String lastWord) {
        return new Break(Kind.STATUS_DIFFERS, order.instruction().reference(), word(order), lastWord);
    }

    /** {@code taken} fen were taken, for something that was paid already. */
    public static Break duplicate(Instruction paid, long taken) {
        return new Break(Kind.POSTED_TWICE, paid.reference(), NOTHING, Long.toString(taken));
    }

    /** The money was taken and {@code posted} fen of it posted. */
    public static Break unposted(String reference, long posted, long taken) {
        Kind kind = posted == 0 ? Kind.MISSING_AT_BANK : Kind.AMOUNT_DIFFERS;
        return new Break(kind, reference, Long.toString(posted), Long.toString(taken));
    }

    private static String word(RailOrder order) {
        long amount = order instanceof RailOrder.Concluded over
                ? over.amount()
                : order.instruction().amount();
        return order.getClass().getSimpleName().toUpperCase(Locale.ROOT) + " " + amount;
    }

    private static String word(RailOutcome told) {
        return switch (told) {
            case RailOutcome.Done done -> "SUCCEEDED " + done.amount();
            case RailOutcome.NotDone not -> "FAILED " + not.amount();
            case RailOutcome.NotAllowed not -> "NOT_ALLOWED " + not.amount();
        };
    }
}
