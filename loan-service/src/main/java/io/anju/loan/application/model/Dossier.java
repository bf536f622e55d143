package io.anju.loan.application.model;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What stays the same through all states of an application.
 *
 * @param product code of the product
 * @param productVersion the version that the application was made under, and keeps
 * @param version grows by one with each change; the ETag
 * @param barred officers who had a part in a decision that an appeal has undone; they have none in the next
 */
public record Dossier(
        UUID id,
        UUID customerId,
        String product,
        int productVersion,
        Instant createdAt,
        long version,
        Set<UUID> barred) {

    public Dossier {
        barred = Set.copyOf(barred);
    }

    /** Of an application of which no decision was undone. */
    public Dossier(UUID id, UUID customerId, String product, int productVersion, Instant createdAt, long version) {
        this(id, customerId, product, productVersion, createdAt, version, Set.of());
    }

    Dossier barring(UUID... officers) {
        var more = new HashSet<>(barred);
        more.addAll(List.of(officers));
        return new Dossier(id, customerId, product, productVersion, createdAt, version, more);
    }
}
