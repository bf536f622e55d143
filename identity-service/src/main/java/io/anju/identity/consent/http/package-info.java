/** Consents over HTTP. */
@NullMarked
package io.anju.identity.consent.http;

import org.jspecify.annotations.NullMarked;
