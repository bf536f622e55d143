/** Sign-ins in PostgreSQL. */
@NullMarked
package io.anju.identity.signin.store;

import org.jspecify.annotations.NullMarked;
