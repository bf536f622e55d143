/** Verifications over HTTP. */
@NullMarked
package io.anju.identity.verification.http;

import org.jspecify.annotations.NullMarked;
