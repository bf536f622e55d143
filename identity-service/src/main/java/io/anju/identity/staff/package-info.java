/** Staff: who they are, the demo members, and the first passkey of each. */
@NullMarked
package io.anju.identity.staff;

import org.jspecify.annotations.NullMarked;
