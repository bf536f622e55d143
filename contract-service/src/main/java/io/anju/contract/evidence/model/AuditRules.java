package io.anju.contract.evidence.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares what stands in the tables with what was hashed, so that a row changed behind the service's back is named. Each finding is one line: a code and the place.
 */
public final class AuditRules {
    private AuditRules() {}

    /** The entries of a stretch of leaves against the level-0 tile that holds their hashes. */
    public static List<String> leaves(Tile tile, long from, long size, Map<Long, Hash> entriesByIndex) {
        List<String> findings = new ArrayList<>();
        long to = Math.min(size, from + Tile.WIDTH);
        for (long index = from; index < to; index++) {
            Hash entry = entriesByIndex.get(index);
            int position = (int) (index - from);
            if (entry == null) {
                findings.add("LEAF_MISSING " + index);
            } else if (position >= tile.width()) {
                findings.add("TILE_SHORT 0/" + tile.id().index());
            } else if (!Hash.leaf(entry.bytes()).equals(tile.node(0, position))) {
                findings.add("LEAF_CHANGED " + index);
            }
        }
        return findings;
    }

    /** A full tile against the hash of it that the tile above holds. */
    public static List<String> above(Tile tile, Tile above) {
        int position = (int) (tile.id().index() % Tile.WIDTH);
        return tile.node(Tile.HEIGHT, 0).equals(above.node(0, position))
                ? List.of()
                : List.of("TILE_CHANGED " + tile.id().level() + "/" + tile.id().index());
    }

    /** The tiles' root against the signed head, and the head against its signature. */
    public static List<String> head(Hash rootOfTiles, Checkpoint head, SignedNote note, NoteKey key) {
        List<String> findings = new ArrayList<>();
        if (!rootOfTiles.equals(head.root())) {
            findings.add("ROOT_CHANGED " + head.size());
        }
        if (!key.verifies(note) || !note.text().equals(head.text())) {
            findings.add("HEAD_NOT_SIGNED " + head.size());
        }
        return findings;
    }
}
