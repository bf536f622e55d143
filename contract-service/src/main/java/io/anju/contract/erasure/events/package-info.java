/** Hears that a retention has ended. */
@NullMarked
package io.anju.contract.erasure.events;

import org.jspecify.annotations.NullMarked;
