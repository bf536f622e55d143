/** Proof bundles and contract checks over HTTP. */
@NullMarked
package io.anju.contract.proof.http;

import org.jspecify.annotations.NullMarked;
