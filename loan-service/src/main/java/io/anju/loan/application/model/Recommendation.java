package io.anju.loan.application.model;

import java.time.Instant;
import java.util.UUID;

/**
 * The first of the two people: what they advise the second to decide, and why.
 *
 * @param note in the officer's words; nothing that names a person
 */
public record Recommendation(Verdict verdict, String note, UUID officer, Instant at) {}
