/** Registration over HTTP. */
@NullMarked
package io.anju.identity.registration.http;

import org.jspecify.annotations.NullMarked;
