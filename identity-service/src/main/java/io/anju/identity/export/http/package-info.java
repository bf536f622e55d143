/** Exports over HTTP. */
@NullMarked
package io.anju.identity.export.http;

import org.jspecify.annotations.NullMarked;
