/** The second key: a fresh proof for exactly one act, turned into a token that opens exactly one door. */
@NullMarked
package io.anju.identity.verification;

import org.jspecify.annotations.NullMarked;
