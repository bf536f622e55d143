package io.anju.contract.evidence.model;

import java.util.List;

/** Checks proofs as a stranger would, with nothing but hashes (RFC 9162, sections 2.1.3.2 and 2.1.4.2). */
public final class Proofs {
    private Proofs() {}

    /** Whether {@code leaf} is leaf {@code index} of the tree of {@code size} leaves with this root. */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        // spec| 1. Compare leaf_index from the inclusion_proof structure against tree_size. If leaf_index is greater
        // than or equal to tree_size, then fail
        if (index < 0 || index >= size) {
            return false;
        }
        // spec| 2. Set fn to leaf_index and sn to tree_size - 1. 3. Set r to hash.
        long fn = index;
        long sn = size - 1;
        Hash r = leaf;
        // spec| 4. For each value p in the inclusion_path array:
        for (Hash p : path) {
            // spec| a. If sn is 0, then stop the iteration and fail the proof verification.
            if (sn == 0) {
                return false;
            }
            // spec| b. If LSB(fn) is set, or if fn is equal to sn, then: i. Set r to HASH(0x01 || p || r).
            if ((fn & 1) == 1 || fn == sn) {
                r = Hash.node(p, r);
                // spec| ii. If LSB(fn) is not set, then right-shift both fn and sn equally until either LSB(fn) is set
                // or fn is 0.
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                // spec| Otherwise, i. Set r to HASH(0x01 || r || p).
                r = Hash.node(r, p);
            }
            // spec| c. Finally, right-shift both fn and sn one time.
            fn >>= 1;
            sn >>= 1;
        }
        // spec| 5. Compare sn to 0. Compare r against the root_hash.
        return sn == 0 && r.equals(root);
    }

    /** Whether the tree of {@code second} leaves begins with the tree of {@code first} leaves, of which there must be one. */
    public static boolean consistent(long first, long second, List<Hash> proof, Hash firstRoot, Hash secondRoot) {
        // Every tree begins with the empty one, so nothing is to be shown about it.
        if (first < 1 || first > second) {
            return false;
        }
        if (first == second) {
            return proof.isEmpty() && firstRoot.equals(secondRoot);
        }
        // spec| 1. If consistency_path is an empty array, stop and fail the proof verification.
        if (proof.isEmpty()) {
            return false;
        }
        return consistentBetween(first, second, proof, firstRoot, secondRoot);
    }

    private static boolean consistentBetween(
            long first, long second, List<Hash> proof, Hash firstRoot, Hash secondRoot) {
        // spec| 2. If first is an exact power of 2, then prepend first_hash to the consistency_path array.
        boolean wholeTree = Long.bitCount(first) == 1;
        // spec| 3. Set fn to first - 1 and sn to second - 1. 4. If LSB(fn) is set, then right-shift both fn and sn
        // equally until LSB(fn) is not set.
        int shift = Long.numberOfTrailingZeros(~(first - 1));
        long fn = (first - 1) >> shift;
        long sn = (second - 1) >> shift;
        // spec| 5. Set both fr and sr to the first value in the consistency_path array.
        Hash fr = wholeTree ? firstRoot : proof.getFirst();
        Hash sr = fr;
        // spec| 6. For each subsequent value c in the consistency_path array:
        for (Hash c : wholeTree ? proof : proof.subList(1, proof.size())) {
            // spec| a. If sn is 0, then stop the iteration and fail the proof verification.
            if (sn == 0) {
                return false;
            }
            // spec| b. If LSB(fn) is set, or if fn is equal to sn, then: Set fr to HASH(0x01 || c || fr), set sr to
            // HASH(0x01 || c || sr)
            if ((fn & 1) == 1 || fn == sn) {
                fr = Hash.node(c, fr);
                sr = Hash.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                // spec| Otherwise: Set sr to HASH(0x01 || sr || c).
                sr = Hash.node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        // spec| 7. verify that the fr calculated is equal to the first_hash supplied, that the sr calculated is equal
        // to the second_hash supplied, and that sn is 0.
        return fr.equals(firstRoot) && sr.equals(secondRoot) && sn == 0;
    }
}
