package io.anju.identity.model;

/** How personal data is shown, also to its owner: enough to recognise it, not enough to use it. */
public final class Masked {

    private Masked() {}

    /** The first character of a name and a star for each other: {@code 张*}. */
    public static String name(String name) {
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
    }

    /** First and last character: {@code 1****************X}. */
    public static String idNumber(String idNumber) {
        int last = idNumber.length() - 1;
        return idNumber.charAt(0) + "*".repeat(last - 1) + idNumber.charAt(last);
    }
}
