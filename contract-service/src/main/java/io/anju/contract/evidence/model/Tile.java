package io.anju.contract.evidence.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Up to 256 neighbouring hashes of one eighth level of the tree (C2SP tlog-tiles): level 0 holds leaf hashes, level 1 the hashes of subtrees of 256 leaves, and so on.
 *
 * @param id which tile
 * @param hashes one after another, 32 bytes each; a tile with fewer than 256 is partial and will grow
 */
public record Tile(Id id, byte[] hashes) {
    /** Levels of the tree in one level of tiles. */
    public static final int HEIGHT = 8;
    /** Hashes in a full tile. */
    public static final int WIDTH = 1 << HEIGHT;

    /** A tile's place: its level among tiles and its index in that level. */
    public record Id(int level, long index) {}

    /** How many hashes it holds. */
    public int width() {
        return hashes.length / Hash.LENGTH;
    }

    /** The hash of the complete subtree {@code levelWithin} levels above this tile's own, at {@code position} among those. */
    Hash node(int levelWithin, int position) {
        int first = position << levelWithin;
        int count = 1 << levelWithin;
        if (first + count > width()) {
            throw new IllegalStateException(
                    "tile " + id + " of width " + width() + " does not reach " + (first + count));
        }
        List<Hash> row = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            row.add(Hash.at(hashes, (first + i) * Hash.LENGTH));
        }
        return fold(row);
    }

    /** The hash over a power of two of neighbouring hashes. */
    static Hash fold(List<Hash> row) {
        List<Hash> current = row;
        while (current.size() > 1) {
            List<Hash> above = new ArrayList<>(current.size() / 2);
            for (int i = 0; i < current.size(); i += 2) {
                above.add(Hash.node(current.get(i), current.get(i + 1)));
            }
            current = above;
        }
        return current.getFirst();
    }
}
