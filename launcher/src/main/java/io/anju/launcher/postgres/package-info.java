/** A private PostgreSQL with a database per service, durable, on the loopback interface. */
@NullMarked
package io.anju.launcher.postgres;

import org.jspecify.annotations.NullMarked;
