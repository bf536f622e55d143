/** The life of a one-time code, the caps on sending, and the slowing and locking after failures. */
@NullMarked
package io.anju.identity.proof.model;

import org.jspecify.annotations.NullMarked;
