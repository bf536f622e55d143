/** Changes of phone in PostgreSQL. */
@NullMarked
package io.anju.identity.phonechange.store;

import org.jspecify.annotations.NullMarked;
