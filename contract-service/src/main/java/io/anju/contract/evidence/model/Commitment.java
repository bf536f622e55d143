package io.anju.contract.evidence.model;

import java.nio.charset.StandardCharsets;

/**
 * What stands in the log for a fact: SHA-256 over a secret salt and the fact. It tells nothing to whoever lacks the salt, so the log can be open to all and the fact still be erased: delete the
 * salt, and the leaf means nothing any more.
 */
public final class Commitment {
    /** Bytes of salt. */
    public static final int SALT_LENGTH = 32;

    private Commitment() {}

    /** The log's entry for {@code fact} under {@code salt}. */
    public static Hash of(byte[] salt, String fact) {
        if (salt.length != SALT_LENGTH) {
            throw new IllegalArgumentException("a salt has 32 bytes, not " + salt.length);
        }
        return Hash.sha256(salt, fact.getBytes(StandardCharsets.UTF_8));
    }
}
