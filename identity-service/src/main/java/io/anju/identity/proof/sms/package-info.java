/** The SMS port over HTTP. */
@NullMarked
package io.anju.identity.proof.sms;

import org.jspecify.annotations.NullMarked;
