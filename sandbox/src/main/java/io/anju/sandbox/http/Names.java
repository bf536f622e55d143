package io.anju.sandbox.http;

/** Test-known words: a person's name that contains one makes a party behave in a known way. */
public final class Names {
    /** The registries find that the name does not belong to the number. */
    public static final String MISMATCH = "不符";

    /** The ID registry finds a match and names no comparison of the face. */
    public static final String NO_FACE = "无照";

    /** The party is out of order: 503. */
    public static final String OUT_OF_ORDER = "故障";

    private Names() {}

    /** Answers 503 for {@link #OUT_OF_ORDER}. */
    public static void refuseOutOfOrder(String name) {
        if (name.contains(OUT_OF_ORDER)) {
            throw ApiProblem.outOfOrder();
        }
    }
}
