/** What a passkey is, and when an enrolment or a signature counter is refused. */
@NullMarked
package io.anju.identity.passkey.model;

import org.jspecify.annotations.NullMarked;
