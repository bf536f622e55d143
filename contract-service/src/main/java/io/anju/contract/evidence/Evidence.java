package io.anju.contract.evidence;

import io.anju.contract.evidence.EvidenceLog.Head;
import io.anju.contract.evidence.EvidenceLog.Leaf;
import io.anju.contract.evidence.EvidenceLog.SealedOpening;
import io.anju.contract.evidence.EvidenceLog.Submission;
import io.anju.contract.evidence.Openings.Opening;
import io.anju.contract.evidence.model.Checkpoint;
import io.anju.contract.evidence.model.FactRetention;
import io.anju.contract.evidence.model.Hash;
import io.anju.contract.evidence.model.LeafProof;
import io.anju.contract.evidence.model.MerkleTree;
import io.anju.contract.evidence.model.Tile;
import io.anju.contract.evidence.model.TilePath;
import io.anju.contract.evidence.model.Tiles;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Use cases of the log: take facts in, show heads and tiles, prove. */
@ApplicationScoped
public class Evidence {
    private final EvidenceLog log;
    private final LogKeys keys;
    private final Openings openings;
    private final EvidenceConfig config;

    Evidence(EvidenceLog log, LogKeys keys, Openings openings, EvidenceConfig config) {
        this.log = log;
        this.keys = keys;
        this.openings = openings;
        this.config = config;
    }

    /**
     * A fact with its proof.
     *
     * @param opening what the leaf commits to, for whoever may know it
     */
    public record ProvenFact(UUID eventId, String type, Opening opening, LeafProof proof) {}

    /** Where a leaf lies, with the path to the signed head. */
    public record Placed(Leaf leaf, long size, LeafProof proof) {}

    /**
     * Puts a fact in line.
     *
     * @param contractId the contract it is about, if any
     * @param customerId the customer it is about, if any
     */
    public Uni<Void> submit(Tx tx, CloudEvent event, @Nullable UUID contractId, @Nullable UUID customerId) {
        Opening opening = openings.of(event);
        return log.submit(
                tx,
                new Submission(
                        event.id(),
                        event.type(),
                        contractId,
                        customerId,
                        opening.commitment(),
                        openings.seal(event.id(), opening)));
    }

    /** Lets go what the log knows of an erased customer and no law keeps any longer; done again, nothing more happens. */
    public Uni<Void> letGo(Tx tx, UUID customerId, String item, Instant at) {
        return log.end(tx, customerId, item, at)
                .map(ended -> FactRetention.goingWith(item, ended))
                .flatMap(types -> types.isEmpty() ? Uni.createFrom().voidItem() : log.empty(tx, customerId, types));
    }

    /** Takes the next facts in line into the tree; how many. */
    Uni<Integer> sequence() {
        return keys.get(config.origin())
                .flatMap(key -> log.sequence(
                        config.batch(), (size, root) -> key.sign(new Checkpoint(config.origin(), size, root).text())));
    }

    /** The newest signed head, empty before the first fact. */
    public Uni<Optional<Head>> head() {
        return log.findHead();
    }

    /** The key that signs heads, as tools for signed notes take it. */
    public Uni<String> verifierKey() {
        return keys.get(config.origin()).map(key -> key.verifier().verifierKey());
    }

    /** A tile's hashes or its entries; empty while there are not so many. */
    public Uni<Optional<byte[]>> tile(TilePath path) {
        return path.entries() ? entries(path) : hashes(path);
    }

    private Uni<Optional<byte[]>> hashes(TilePath path) {
        return log.listTiles(List.of(path.id()))
                .map(tiles -> tiles.stream()
                        .filter(tile -> tile.width() >= path.width())
                        .map(tile -> Arrays.copyOf(tile.hashes(), path.width() * Hash.LENGTH))
                        .findFirst());
    }

    // spec| Entry bundles are sequences of big-endian uint16 length-prefixed log entries.
    private Uni<Optional<byte[]>> entries(TilePath path) {
        long from = path.id().index() << Tile.HEIGHT;
        return log.listLeaves(from, from + path.width()).map(leaves -> {
            if (leaves.size() < path.width()) {
                return Optional.empty();
            }
            ByteArrayOutputStream bundle = new ByteArrayOutputStream(leaves.size() * (2 + Hash.LENGTH));
            for (Leaf leaf : leaves) {
                bundle.write(0);
                bundle.write(Hash.LENGTH);
                bundle.writeBytes(leaf.commitment().bytes());
            }
            return Optional.of(bundle.toByteArray());
        });
    }

    /** Where the fact of this event lies and the proof of it; empty while it is not in the tree. */
    public Uni<Optional<Placed>> place(UUID eventId) {
        return log.findLeaf(eventId)
                .flatMap(leaf -> leaf.isEmpty()
                        ? Uni.createFrom().item(Optional.<Placed>empty())
                        : log.findHead()
                                .flatMap(head -> prove(leaf.get(), head.orElseThrow())
                                        .map(proof -> Optional.of(new Placed(
                                                leaf.get(), head.get().size(), proof)))));
    }

    /** That the tree of {@code second} leaves begins with that of {@code first}; empty when there are not so many. */
    public Uni<Optional<List<Hash>>> consistency(long first, long second) {
        return log.findHead().flatMap(head -> {
            if (first < 1
                    || first > second
                    || head.isEmpty()
                    || second > head.get().size()) {
                return Uni.createFrom().item(Optional.<List<Hash>>empty());
            }
            return ask(tree -> tree.consistency(first, second)).map(Optional::of);
        });
    }

    /** Everything logged about a contract, opened and proven. */
    public Uni<List<ProvenFact>> listProven(UUID contractId) {
        return log.listOpenings(contractId)
                .flatMap(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(this::proven)
                        .collect()
                        .asList());
    }

    /** The event of this type about this contract, if it is in the tree. */
    public Uni<Optional<UUID>> findEvent(UUID contractId, String type) {
        return log.findEvent(contractId, type);
    }

    private Uni<ProvenFact> proven(SealedOpening sealed) {
        return place(sealed.eventId())
                .map(placed -> new ProvenFact(
                        sealed.eventId(),
                        sealed.type(),
                        openings.open(sealed.eventId(), sealed.opening()),
                        placed.orElseThrow().proof()));
    }

    private Uni<LeafProof> prove(Leaf leaf, Head head) {
        return ask(tree -> tree.inclusion(leaf.index(), head.size()))
                .map(path -> new LeafProof(leaf.index(), path, head.note()));
    }

    /** Finds out which tiles a question needs, reads them at once, and asks. */
    private <T> Uni<T> ask(Function<MerkleTree, T> question) {
        return log.listTiles(Tiles.needed(question)).map(tiles -> question.apply(new MerkleTree(new Tiles(tiles))));
    }
}
