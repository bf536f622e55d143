package io.anju.identity.freetext;

import java.util.UUID;

/** A column of text that somebody wrote and that may name a person; {@code <column>_sealed} holds it sealed. */
public enum FreeText {
    /** What a teller saw of the papers of somebody whom they let back into an account. */
    PAPERS("account_recovery", "papers"),

    /** What a device is called by its owner. */
    DEVICE_NAME("session", "device_name"),

    /** What a passkey is called by its owner. */
    PASSKEY_NAME("passkey", "name");

    private final String table;
    private final String column;

    FreeText(String table, String column) {
        this.table = table;
        this.column = column;
    }

    String table() {
        return table;
    }

    String clear() {
        return column;
    }

    String sealed() {
        return column + "_sealed";
    }

    /** A sealed text opens in the row that it was sealed for, and in no other. */
    String context(UUID row) {
        return table + "." + column + "." + row;
    }
}
