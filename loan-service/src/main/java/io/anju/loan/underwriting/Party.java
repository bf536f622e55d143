package io.anju.loan.underwriting;

/** A customer by name and resident ID number (C2 data): never stored here, never logged. */
public record Party(String name, String idNumber) {

    /** Says nothing, so that no log or exception ever does. */
    @Override
    public String toString() {
        return "Party[withheld]";
    }
}
