package io.anju.contract.signing.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a signer brings.
 *
 * @param pdfSha256 the hash of the file they read and agree to
 * @param important ids of the clauses that must have been confirmed
 * @param confirmed ids of those that were
 * @param today business date
 */
public record SigningAttempt(
        String pdfSha256, List<String> important, List<String> confirmed, LocalDate today, Instant at) {
    /** Keeps its own lists. */
    public SigningAttempt {
        important = List.copyOf(important);
        confirmed = List.copyOf(confirmed);
    }
}
