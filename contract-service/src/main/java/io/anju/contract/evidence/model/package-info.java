/** The log's mathematics: hashes, tiles, proofs, checkpoints. Nothing here reads or writes. */
@NullMarked
package io.anju.contract.evidence.model;

import org.jspecify.annotations.NullMarked;
