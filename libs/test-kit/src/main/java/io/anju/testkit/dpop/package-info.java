/** Proofs of possession (RFC 9449) as an app makes them, and in every wrong way. */
@NullMarked
package io.anju.testkit.dpop;

import org.jspecify.annotations.NullMarked;
