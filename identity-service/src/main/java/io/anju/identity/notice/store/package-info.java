/** Decisions about the notice in PostgreSQL. */
@NullMarked
package io.anju.identity.notice.store;

import org.jspecify.annotations.NullMarked;
