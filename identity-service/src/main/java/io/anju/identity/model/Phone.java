package io.anju.identity.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mainland mobile number, eleven digits beginning with 1. Personal data of class C2: {@link #toString()} is masked, so
 * that it cannot reach a log by accident.
 *
 * @param digits the eleven digits, without country code
 */
public record Phone(String digits) {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    public Phone {
        if (!MOBILE.matcher(digits).matches()) {
            throw new IllegalArgumentException("not a mainland mobile number");
        }
    }

    /** Reads what a person types: spaces, hyphens and a leading +86 or 0086 are accepted. */
    public static Optional<Phone> parse(String typed) {
        String digits = typed.replaceAll("[\\s-]", "").replaceFirst("^(\\+86|0086)", "");
        return MOBILE.matcher(digits).matches() ? Optional.of(new Phone(digits)) : Optional.empty();
    }

    /** As shown to its owner: {@code 138****5678}. */
    public String masked() {
        return digits.substring(0, 3) + "****" + digits.substring(7);
    }

    @Override
    public String toString() {
        return masked();
    }
}
