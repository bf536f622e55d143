package io.anju.contract.evidence.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Roots and proofs of a tree, computed from its complete subtrees (RFC 9162, sections 2.1.1, 2.1.3.1 and 2.1.4.1).
 *
 * <p>A tree of 13 leaves is the complete subtrees of 8, 4 and 1 leaves side by side; whoever can name the hash of any complete subtree can name everything else.
 */
public final class MerkleTree {
    private final Nodes nodes;

    /** A tree that asks {@code nodes} for its complete subtrees. */
    public MerkleTree(Nodes nodes) {
        this.nodes = nodes;
    }

    /** Hashes of complete subtrees. */
    public interface Nodes {
        /** The hash over leaves {@code index << level} (inclusive) to {@code (index + 1) << level} (exclusive). */
        Hash node(int level, long index);
    }

    /** The root over the first {@code size} leaves. */
    public Hash root(long size) {
        return size == 0 ? Hash.empty() : subtree(0, size);
    }

    /** The path that leads from leaf {@code index} to the root over the first {@code size} leaves, the leaf's sibling first. */
    public List<Hash> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " among " + size);
        }
        List<Hash> path = new ArrayList<>();
        path(index, 0, size, path);
        return path;
    }

    /** The proof that the first {@code size} leaves begin with the first {@code earlier} ones, unchanged. */
    public List<Hash> consistency(long earlier, long size) {
        if (earlier < 0 || earlier > size) {
            throw new IllegalArgumentException("no tree of " + earlier + " leaves within " + size);
        }
        List<Hash> proof = new ArrayList<>();
        if (earlier > 0 && earlier < size) {
            subproof(earlier, 0, size, true, proof);
        }
        return proof;
    }

    // spec| PATH(m, D_n) = PATH(m, D[0:k]) : MTH(D[k:n]) for m < k; and PATH(m - k, D[k:n]) : MTH(D[0:k]) for m >= k
    private void path(long index, long from, long to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            path(index, from, middle, path);
            path.add(subtree(middle, to));
        } else {
            path(index, middle, to, path);
            path.add(subtree(from, middle));
        }
    }

    // spec| SUBPROOF(m, D_m, true) = {}; SUBPROOF(m, D_m, false) = {MTH(D_m)};
    // spec| m <= k: SUBPROOF(m, D_n, b) = SUBPROOF(m, D[0:k], b) : MTH(D[k:n])
    // spec| m > k: SUBPROOF(m, D_n, b) = SUBPROOF(m - k, D[k:n], false) : MTH(D[0:k])
    private void subproof(long earlier, long from, long to, boolean whole, List<Hash> proof) {
        if (earlier == to) {
            if (!whole) {
                proof.add(subtree(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (earlier <= middle) {
            subproof(earlier, from, middle, whole, proof);
            proof.add(subtree(middle, to));
        } else {
            subproof(earlier, middle, to, false, proof);
            proof.add(subtree(from, middle));
        }
    }

    private Hash subtree(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            int level = Long.numberOfTrailingZeros(width);
            return nodes.node(level, from >> level);
        }
        long middle = from + split(width);
        return Hash.node(subtree(from, middle), subtree(middle, to));
    }

    // spec| let k be the largest power of two smaller than n (i.e., k < n <= 2k)
    static long split(long width) {
        return Long.highestOneBit(width - 1);
    }
}
