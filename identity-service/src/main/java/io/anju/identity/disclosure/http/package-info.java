/** The internal endpoints and the customer's view of who looked. */
@NullMarked
package io.anju.identity.disclosure.http;

import org.jspecify.annotations.NullMarked;
