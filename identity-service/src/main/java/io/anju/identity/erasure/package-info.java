/** Closing an account and erasing its data: what goes now, what a law keeps and until when, and who holds it back. */
@NullMarked
package io.anju.identity.erasure;

import org.jspecify.annotations.NullMarked;
