/** Sessions in PostgreSQL. */
@NullMarked
package io.anju.identity.session.store;

import org.jspecify.annotations.NullMarked;
