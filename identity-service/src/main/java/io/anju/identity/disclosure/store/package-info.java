/** Access records in PostgreSQL. */
@NullMarked
package io.anju.identity.disclosure.store;

import org.jspecify.annotations.NullMarked;
