/** Exports in PostgreSQL, and what they are gathered from. */
@NullMarked
package io.anju.identity.export.store;

import org.jspecify.annotations.NullMarked;
