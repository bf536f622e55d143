/** Decisions over HTTP. */
@NullMarked
package io.anju.identity.risk.http;

import org.jspecify.annotations.NullMarked;
