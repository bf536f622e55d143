/** Held acts over HTTP. */
@NullMarked
package io.anju.identity.hold.http;

import org.jspecify.annotations.NullMarked;
