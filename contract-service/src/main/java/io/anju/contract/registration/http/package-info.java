/** The registry's callbacks, and registrations for staff. */
@NullMarked
package io.anju.contract.registration.http;

import org.jspecify.annotations.NullMarked;
