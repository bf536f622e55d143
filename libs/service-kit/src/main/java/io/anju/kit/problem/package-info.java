/** Errors as RFC 9457 problem documents with stable codes, in the caller's language. */
@NullMarked
package io.anju.kit.problem;

import org.jspecify.annotations.NullMarked;
