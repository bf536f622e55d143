/** Encryption of single fields, and keyed look-up hashes of them. */
@NullMarked
package io.anju.kit.crypto;

import org.jspecify.annotations.NullMarked;
