package io.anju.contract.evidence.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What appending a batch of leaves does to the tiles: the last, partial tile of each level grows and new ones begin; nothing else is touched, so the work does not depend on the size of the log.
 */
public final class Growth {
    private final Map<Tile.Id, Tile> changed = new LinkedHashMap<>();
    private final long oldSize;

    private Growth(long oldSize, List<Tile> edge) {
        this.oldSize = oldSize;
        edge.forEach(tile -> changed.put(tile.id(), tile));
    }

    /** The partial tiles at the right edge of a tree of {@code size} leaves, which {@link #append} needs. */
    public static Set<Tile.Id> edge(long size) {
        Set<Tile.Id> edge = new LinkedHashSet<>(Tiles.needed(tree -> tree.root(size)));
        int level = 0;
        for (long count = size; count > 0; count >>= Tile.HEIGHT) {
            if (count % Tile.WIDTH != 0) {
                edge.add(new Tile.Id(level, count >> Tile.HEIGHT));
            }
            level++;
        }
        return edge;
    }

    /**
     * The tiles that change when {@code leaves} follow a tree of {@code size} leaves.
     *
     * @param edge the tiles named by {@link #edge}
     */
    public static Grown append(long size, List<Tile> edge, List<Hash> leaves) {
        Growth growth = new Growth(size, edge);
        List<Hash> row = leaves;
        long from = size;
        for (int level = 0; !row.isEmpty(); level++) {
            growth.extend(level, from, row);
            row = growth.completed(level, from, from + row.size());
            from >>= Tile.HEIGHT;
        }
        return growth.result(size + leaves.size());
    }

    /**
     * Tiles to be written and the root they lead to.
     *
     * @param tiles changed or new
     */
    public record Grown(long size, Hash root, List<Tile> tiles) {}

    private void extend(int level, long from, List<Hash> row) {
        long position = from;
        int next = 0;
        while (next < row.size()) {
            Tile.Id id = new Tile.Id(level, position >> Tile.HEIGHT);
            Tile tile = changed.get(id);
            byte[] old = tile == null ? new byte[0] : tile.hashes();
            int taken = Math.min(row.size() - next, Tile.WIDTH - (int) (position % Tile.WIDTH));
            byte[] grown = Arrays.copyOf(old, old.length + taken * Hash.LENGTH);
            for (int i = 0; i < taken; i++) {
                System.arraycopy(row.get(next + i).bytes(), 0, grown, old.length + i * Hash.LENGTH, Hash.LENGTH);
            }
            changed.put(id, new Tile(id, grown));
            next += taken;
            position += taken;
        }
    }

    /** The hashes of the tiles of {@code level} that became full, in order: the next level's new hashes. */
    private List<Hash> completed(int level, long from, long to) {
        List<Hash> hashes = new ArrayList<>();
        for (long index = from >> Tile.HEIGHT; index < to >> Tile.HEIGHT; index++) {
            Tile tile = changed.get(new Tile.Id(level, index));
            if (tile == null) {
                throw new IllegalStateException("tile " + level + "/" + index + " was completed but is not at hand");
            }
            hashes.add(tile.node(Tile.HEIGHT, 0));
        }
        return hashes;
    }

    private Grown result(long size) {
        Tiles after = new Tiles(List.copyOf(changed.values()));
        Hash root = new MerkleTree(after).root(size);
        List<Tile> written =
                changed.values().stream().filter(tile -> grew(tile.id(), size)).toList();
        return new Grown(size, root, written);
    }

    private boolean grew(Tile.Id id, long size) {
        int shift = Tile.HEIGHT * id.level();
        long first = id.index() << Tile.HEIGHT;
        return Math.min(size >> shift, first + Tile.WIDTH) > Math.min(oldSize >> shift, first + Tile.WIDTH);
    }
}
