/** The service as its callers meet it: over HTTP, on a real PostgreSQL, with a device that does the real cryptography. */
@NullMarked
package io.anju.identity;

import org.jspecify.annotations.NullMarked;
