/** Facts heard that call for a release. */
@NullMarked
package io.anju.contract.registration.events;

import org.jspecify.annotations.NullMarked;
