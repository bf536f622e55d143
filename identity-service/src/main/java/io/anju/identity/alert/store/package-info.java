/** Alerts in PostgreSQL. */
@NullMarked
package io.anju.identity.alert.store;

import org.jspecify.annotations.NullMarked;
