/** Policy, projections and decisions of contact in PostgreSQL; plain SQL for the sake of its locks. */
@NullMarked
package io.anju.care.permit.store;

import org.jspecify.annotations.NullMarked;
