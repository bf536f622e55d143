package io.anju.identity.risk.model;

/** The amount of the act, and how far it can be believed. All in fen. */
public sealed interface Amount {

    /** Not known, or not comparable. */
    long UNKNOWN = -1;

    /** Fen; {@link #UNKNOWN} when nothing tells. */
    long fen();

    /** Largest proven amount that the person moved within the last year; 0 for none. */
    long largestBefore();

    /** Nothing tells. */
    record Unknown(long largestBefore) implements Amount {
        @Override
        public long fen() {
            return UNKNOWN;
        }
    }

    /** The app says so in the details of the request; nothing binds it to what will be sent. */
    record Stated(long fen, long largestBefore) implements Amount {}

    /** It stands in the very body whose digest the token will be bound to. */
    record Proven(long fen, long largestBefore) implements Amount {}

    /** This in hundredths of the largest before; {@link #UNKNOWN} without either. */
    default long percentOfLargest() {
        if (fen() < 0 || largestBefore() <= 0) {
            return UNKNOWN;
        }
        return fen() > Long.MAX_VALUE / PERCENT ? Long.MAX_VALUE : fen() * PERCENT / largestBefore();
    }

    /** Hundredths in a whole. */
    int PERCENT = 100;
}
