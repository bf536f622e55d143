package io.anju.repayment.rail.model;

import java.util.Locale;

/**
 * A disagreement between our books and the rail about one reference.
 *
 * @param ours what we hold
 * @param theirs what the rail says
 */
public record Break(Kind kind, String reference, String ours, String theirs) {

    private static final String NOTHING = "none";

    /** What they disagree about. */
    public enum Kind {
        /** We never gave an order with this reference. */
        UNKNOWN_REFERENCE,
        /** Another amount than ordered. */
        AMOUNT,
        /** Another outcome than told before, or an order whose outcome cannot be had. */
        STATE,
        /** Money for something that was paid already. */
        DUPLICATE,
        /** Money that could not be posted, all of it or a part. */
        POSTING
    }

    /** The rail tells of a reference that we never gave. */
    public static Break unknown(RailOutcome told) {
        return new Break(Kind.UNKNOWN_REFERENCE, told.reference(), NOTHING, word(told));
    }

    /** The rail tells of another amount, or contradicts itself. */
    public static Break of(RailRefusal refusal, RailOrder order, RailOutcome told) {
        Kind kind = switch (refusal) {
            case RailRefusal.OtherAmount other -> Kind.AMOUNT;
            case RailRefusal.Contradiction contradiction -> Kind.STATE;
        };
        return new Break(kind, told.reference(), word(order), word(told));
    }

    /** The order has been carried to the rail often enough, and no outcome is known. */
    public static Break unanswered(RailOrder order, String lastWord) {
        return new Break(Kind.STATE, order.instruction().reference(), word(order), lastWord);
    }

    /** The money was taken, for something that was paid already. */
    public static Break duplicate(Instruction paid) {
        return new Break(Kind.DUPLICATE, paid.reference(), NOTHING, Long.toString(paid.amount()));
    }

    /** The money was taken and {@code posted} fen of it posted. */
    public static Break unposted(String reference, long posted, long taken) {
        return new Break(Kind.POSTING, reference, Long.toString(posted), Long.toString(taken));
    }

    private static String word(RailOrder order) {
        return order.getClass().getSimpleName().toUpperCase(Locale.ROOT) + " "
                + order.instruction().amount();
    }

    private static String word(RailOutcome told) {
        return switch (told) {
            case RailOutcome.Done done -> "SUCCEEDED " + done.amount();
            case RailOutcome.NotDone not -> "FAILED " + not.amount();
            case RailOutcome.NotAllowed not -> "NOT_ALLOWED " + not.amount();
        };
    }
}
