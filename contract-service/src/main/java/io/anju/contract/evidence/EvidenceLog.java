package io.anju.contract.evidence;

import io.anju.contract.evidence.model.Hash;
import io.anju.contract.evidence.model.SignedNote;
import io.anju.contract.evidence.model.Tile;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Port: where the log is kept. */
public interface EvidenceLog {
    /**
     * A fact on its way into the log.
     *
     * @param contractId the contract it is about, when it names one
     * @param customerId the customer it is about, when it names one
     * @param commitment the log's entry
     * @param opening salt and fact, encrypted
     */
    record Submission(
            UUID eventId,
            String type,
            @Nullable UUID contractId,
            @Nullable UUID customerId,
            Hash commitment,
            byte[] opening) {}

    /** A signed head. */
    record Head(long size, Hash root, String note) {}

    /** A leaf as it is kept. */
    record Leaf(long index, UUID eventId, Hash commitment) {}

    /** What a commitment commits to, still encrypted. */
    record SealedOpening(UUID eventId, String type, byte[] opening) {}

    /** Puts a fact in line, in the transaction that hears of it. */
    Uni<Void> submit(Tx tx, Submission submission);

    /**
     * Takes the next facts in line into the tree and has the new head signed, all in one transaction and by one replica at a time.
     *
     * @param sign makes the note over size and root
     * @return how many were taken; 0 when there are none or another replica is at it
     */
    Uni<Integer> sequence(int batch, BiFunction<Long, Hash, SignedNote> sign);

    /** The newest signed head. */
    Uni<Optional<Head>> findHead();

    /** The tiles among {@code ids} that exist. */
    Uni<List<Tile>> listTiles(Collection<Tile.Id> ids);

    /** The leaves from {@code from} (inclusive) to {@code to} (exclusive), in order. */
    Uni<List<Leaf>> listLeaves(long from, long to);

    /** The leaf of an event, once it is in the tree. */
    Uni<Optional<Leaf>> findLeaf(UUID eventId);

    /** The event of this type about this contract, if it is in the tree, also when what it says was let go. */
    Uni<Optional<UUID>> findEvent(UUID contractId, String type);

    /** Records that an item of the retention schedule has ended for a customer; all that have. */
    Uni<Set<String>> end(Tx tx, UUID customerId, String item, Instant at);

    /**
     * Empties the openings of a customer's facts; the leaves stay. That the customer was erased, and what was let go when, is not emptied: it proves the erasure and says nothing else.
     *
     * @param types how the types of the facts begin
     */
    Uni<Void> empty(Tx tx, UUID customerId, Collection<String> types);

    /** What was logged about a contract and not erased since, oldest first. */
    Uni<List<SealedOpening>> listOpenings(UUID contractId);

    /** The openings of these events that were not erased. */
    Uni<List<SealedOpening>> listOpenings(Collection<UUID> eventIds);
}
