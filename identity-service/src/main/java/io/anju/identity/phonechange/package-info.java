/** Changing the phone of an account: the old side proved by a verification, the new one by a code. */
@NullMarked
package io.anju.identity.phonechange;

import org.jspecify.annotations.NullMarked;
