/** Proof of possession (RFC 9449): a token bound to a key is of use only to who signs each request with that key. */
@NullMarked
package io.anju.kit.dpop;

import org.jspecify.annotations.NullMarked;
