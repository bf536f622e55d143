/** Personal data handed to other services, each reading recorded and shown to the customer. */
@NullMarked
package io.anju.identity.disclosure;

import org.jspecify.annotations.NullMarked;
