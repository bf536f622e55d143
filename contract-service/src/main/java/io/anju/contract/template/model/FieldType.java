package io.anju.contract.template.model;

/** What a field of a template holds, and so how it is printed. */
public enum FieldType {
    /** As it stands. */
    WORDS,
    /** Fen; printed in figures and in Chinese capitals. */
    MONEY,
    /** A decimal fraction per year; printed in percent. */
    RATE,
    /** A multiple, such as 1.5. */
    FACTOR,
    /** 1 to 31. */
    DAY_OF_MONTH,
    /** A business date. */
    DATE,
    /** Rows and columns. */
    TABLE
}
