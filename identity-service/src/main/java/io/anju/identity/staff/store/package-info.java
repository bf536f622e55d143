/** Staff in PostgreSQL. */
@NullMarked
package io.anju.identity.staff.store;

import org.jspecify.annotations.NullMarked;
