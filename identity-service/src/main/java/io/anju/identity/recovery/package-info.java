/** A customer who lost every passkey gets back in at a counter, with two members of staff. */
@NullMarked
package io.anju.identity.recovery;

import org.jspecify.annotations.NullMarked;
