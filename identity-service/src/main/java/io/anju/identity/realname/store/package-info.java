/** Real names in PostgreSQL, sealed per field. */
@NullMarked
package io.anju.identity.realname.store;

import org.jspecify.annotations.NullMarked;
