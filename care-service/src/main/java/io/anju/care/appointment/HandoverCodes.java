package io.anju.care.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/** Codes that a customer reads out or shows at the counter: eight characters, none of them easily taken for another. */
@ApplicationScoped
public class HandoverCodes {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    String next() {
        return new SecureRandom()
                .ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }

    /** As typed by a teller: in either case, with spaces or not. */
    static String normalised(String code) {
        return code.replace(" ", "").toUpperCase(Locale.ROOT);
    }
}
