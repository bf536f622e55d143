package io.anju.contract.evidence.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The tiled log against the plain definition of the tree, over the sizes where tiles fill up. */
class GrowthTest {
    private final Map<Tile.Id, Tile> stored = new HashMap<>();
    private final List<Hash> leaves = new ArrayList<>();

    private Growth.Grown append(int count) {
        List<Hash> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(
                    Hash.leaf(ByteBuffer.allocate(8).putLong(leaves.size() + i).array()));
        }
        List<Tile> edge = Growth.edge(leaves.size()).stream().map(stored::get).toList();
        Growth.Grown grown = Growth.append(leaves.size(), edge, batch);
        grown.tiles().forEach(tile -> stored.put(tile.id(), tile));
        leaves.addAll(batch);
        return grown;
    }

    private static Hash plainRoot(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int middle = (int) MerkleTree.split(leaves.size());
        return Hash.node(plainRoot(leaves.subList(0, middle)), plainRoot(leaves.subList(middle, leaves.size())));
    }

    private MerkleTree treeFor(java.util.function.Function<MerkleTree, ?> question) {
        return new MerkleTree(
                new Tiles(Tiles.needed(question).stream().map(stored::get).toList()));
    }

    @Test
    void theRootIsThatOfThePlainTreeWhateverTheBatches() {
        for (int batch : new int[] {1, 1, 253, 1, 1, 255, 256, 3, 1000, 64_000, 16, 300, 1}) {
            Growth.Grown grown = append(batch);

            assertEquals(plainRoot(leaves), grown.root(), "after " + leaves.size());
        }
    }

    @Test
    void everyProofIsComputedFromAFewTilesAndVerifies() {
        append(200);
        append(70_000);
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            long size = 1 + random.nextLong(leaves.size());
            long index = random.nextLong(size);
            Hash root = treeFor(tree -> tree.root(size)).root(size);

            List<Hash> path = treeFor(tree -> tree.inclusion(index, size)).inclusion(index, size);

            assertTrue(Proofs.includes(leaves.get((int) index), index, size, path, root), index + " of " + size);
            assertTrue(Tiles.needed(tree -> tree.inclusion(index, size)).size() <= 6);
        }
    }

    @Test
    void laterTreesBeginWithEarlierOnes() {
        append(1_500);
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            long second = 1 + random.nextLong(leaves.size());
            long first = 1 + random.nextLong(second);
            Hash firstRoot = treeFor(tree -> tree.root(first)).root(first);
            Hash secondRoot = treeFor(tree -> tree.root(second)).root(second);

            List<Hash> proof = treeFor(tree -> tree.consistency(first, second)).consistency(first, second);

            assertTrue(Proofs.consistent(first, second, proof, firstRoot, secondRoot), first + " to " + second);
        }
    }
}
