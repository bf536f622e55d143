/** Devices, phones and networks known to be bad: put on the list by an officer, for a time. */
@NullMarked
package io.anju.identity.listing;

import org.jspecify.annotations.NullMarked;
