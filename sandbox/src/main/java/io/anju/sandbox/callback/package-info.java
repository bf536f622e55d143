/** Signed callbacks, delivered at least once, and the faults that can be switched on. */
@NullMarked
package io.anju.sandbox.callback;

import org.jspecify.annotations.NullMarked;
