package io.anju.identity.model;

/** A way to prove oneself. A passkey is stronger: it is bound to the site, the act and the person's finger or face. */
public enum ProofMethod {
    PASSKEY,
    SMS;

    /** Value of the token's {@code amr} claim (RFC 8176). */
    public String amr() {
        return switch (this) {
            case PASSKEY -> "hwk";
            case SMS -> "sms";
        };
    }
}
