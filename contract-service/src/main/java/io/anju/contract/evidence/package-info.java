/** The evidence log: an append-only Merkle tree over salted commitments of every fact that the services tell, with signed heads and proofs that a stranger can check. */
@NullMarked
package io.anju.contract.evidence;

import org.jspecify.annotations.NullMarked;
