/** The life of a verification, what each act needs, and the challenge that binds a passkey to the act. */
@NullMarked
package io.anju.identity.verification.model;

import org.jspecify.annotations.NullMarked;
