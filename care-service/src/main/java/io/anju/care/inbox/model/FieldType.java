package io.anju.care.inbox.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** The kinds of value that a message carries; each knows its canonical form, words are made of it only at reading. */
public enum FieldType {
    /** Fen, a {@code long}. */
    MONEY,
    /** ISO date. */
    DATE,
    /** Decimal fraction in text, {@code "0.0350"}. */
    RATE,
    /** Whole number. */
    COUNT,
    /** A code in UPPER_SNAKE that has words in every language. */
    CODE,
    /** Id of the thing the message is about; leads to it, is never shown in the words. */
    REFERENCE,
    /** Short text that is the same in every language, such as a code to show at the counter. */
    LITERAL;

    /**
     * The canonical form of a value from an event: {@link Long} for {@link #MONEY} and {@link #COUNT}, text otherwise.
     *
     * @throws IllegalArgumentException when the value is not of this kind
     */
    Object canonical(Object value) {
        try {
            return switch (this) {
                case MONEY, COUNT -> new BigDecimal(value.toString()).longValueExact();
                case DATE -> LocalDate.parse(value.toString()).toString();
                case RATE -> new BigDecimal(value.toString()).toPlainString();
                case REFERENCE -> UUID.fromString(value.toString()).toString();
                case CODE, LITERAL -> value.toString();
            };
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not a " + this, e);
        }
    }
}
