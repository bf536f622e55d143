/** Removes what service-kit need not keep any longer. */
@NullMarked
package io.anju.kit.housekeeping;

import org.jspecify.annotations.NullMarked;
