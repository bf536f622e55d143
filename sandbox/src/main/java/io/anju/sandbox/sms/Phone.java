package io.anju.sandbox.sms;

import java.util.regex.Pattern;

/** Phone numbers as people write them, compared as digits: {@code +86 138 0000 0000} and {@code 13800000000} are one. */
public final class Phone {
    /** Digits with an optional plus, spaces and hyphens between. */
    public static final Pattern SHAPE = Pattern.compile("\\+?[0-9][0-9 -]{3,18}[0-9]");

    private Phone() {}

    /** The digits, without the prefix of mainland China. */
    public static String digits(String written) {
        var digits = written.replaceAll("[^0-9]", "");
        return digits.length() == 13 && digits.startsWith("86") ? digits.substring(2) : digits;
    }
}
