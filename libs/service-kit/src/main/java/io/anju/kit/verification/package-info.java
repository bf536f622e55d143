/** The second key: a sensitive endpoint asks for a token minted for exactly this act. */
@NullMarked
package io.anju.kit.verification;

import org.jspecify.annotations.NullMarked;
