package io.anju.contract.evidence.model;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Tiles at hand, by place; what a proof needs of a tree of a hundred million leaves is a dozen of them. */
public final class Tiles implements MerkleTree.Nodes {
    private final Map<Tile.Id, Tile> byId = new HashMap<>();

    /** These tiles and no others. */
    public Tiles(List<Tile> tiles) {
        tiles.forEach(tile -> byId.put(tile.id(), tile));
    }

    @Override
    public Hash node(int level, long index) {
        Tile tile = byId.get(home(level, index));
        if (tile == null) {
            throw new IllegalStateException("tile " + home(level, index) + " is not at hand");
        }
        int within = level % Tile.HEIGHT;
        return tile.node(within, (int) (index & ((Tile.WIDTH >> within) - 1)));
    }

    /** The tiles that {@code question} will ask for, found by asking it without any. */
    public static Set<Tile.Id> needed(Function<MerkleTree, ?> question) {
        Set<Tile.Id> needed = new LinkedHashSet<>();
        Hash nothing = Hash.empty();
        MerkleTree recording = new MerkleTree((level, index) -> {
            needed.add(home(level, index));
            return nothing;
        });
        Object unused = question.apply(recording);
        return needed;
    }

    /** The tile from which a subtree's hash is computed. */
    static Tile.Id home(int level, long index) {
        int within = level % Tile.HEIGHT;
        return new Tile.Id(level / Tile.HEIGHT, index >> (Tile.HEIGHT - within));
    }
}
