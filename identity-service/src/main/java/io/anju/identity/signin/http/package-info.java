/** Sign-in over HTTP. */
@NullMarked
package io.anju.identity.signin.http;

import org.jspecify.annotations.NullMarked;
