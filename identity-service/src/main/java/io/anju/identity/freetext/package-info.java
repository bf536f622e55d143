/** Texts that people write and that may name somebody: sealed where they are kept. */
@NullMarked
package io.anju.identity.freetext;

import org.jspecify.annotations.NullMarked;
