package io.anju.contract.evidence.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * That an entry is in the log: offline-checkable text (C2SP tlog-proof).
 *
 * @param index the leaf's position, from 0
 * @param path the leaf's sibling first
 * @param checkpoint the signed note over the tree that the path leads to
 */
public record LeafProof(long index, List<Hash> path, String checkpoint) {
    /** Keeps its own list. */
    public LeafProof {
        path = List.copyOf(path);
    }

    /** The proof as a {@code .tlog-proof} file. */
    public String text() {
        String hashes = path.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining());
        return "c2sp.org/tlog-proof@v1\nindex " + index + "\n" + hashes + "\n" + checkpoint;
    }
}
