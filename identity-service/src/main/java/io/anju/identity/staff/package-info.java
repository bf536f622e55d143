/** Staff: the demo members, their first passkey, and the list of them. */
@NullMarked
package io.anju.identity.staff;

import org.jspecify.annotations.NullMarked;
