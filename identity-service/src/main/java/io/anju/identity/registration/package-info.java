/** From a phone number to an account. */
@NullMarked
package io.anju.identity.registration;

import org.jspecify.annotations.NullMarked;
