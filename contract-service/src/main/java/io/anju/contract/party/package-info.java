/** Who the parties are, and the proof behind a verification: asked of identity-service, which records each reading. */
@NullMarked
package io.anju.contract.party;

import org.jspecify.annotations.NullMarked;
