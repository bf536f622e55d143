/** What calls for an amendment. */
@NullMarked
package io.anju.contract.amendment.events;

import org.jspecify.annotations.NullMarked;
