/** Small helps for the reactive PostgreSQL client. */
@NullMarked
package io.anju.identity.sql;

import org.jspecify.annotations.NullMarked;
