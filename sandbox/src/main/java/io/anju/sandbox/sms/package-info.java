/** The SMS gateway: takes messages and shows them instead of sending them. */
@NullMarked
package io.anju.sandbox.sms;

import org.jspecify.annotations.NullMarked;
