/** Proving that a person is there: one-time codes by SMS, and the one guard that counts failures for every way in. */
@NullMarked
package io.anju.identity.proof;

import org.jspecify.annotations.NullMarked;
