/** Changes of authority and agencies' credentials in PostgreSQL. */
@NullMarked
package io.anju.identity.authority.store;

import org.jspecify.annotations.NullMarked;
