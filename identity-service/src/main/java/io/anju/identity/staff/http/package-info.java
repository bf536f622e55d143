/** Staff over HTTP. */
@NullMarked
package io.anju.identity.staff.http;

import org.jspecify.annotations.NullMarked;
