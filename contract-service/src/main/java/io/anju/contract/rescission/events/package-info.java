/** What the rescission hears from loan-service. */
@NullMarked
package io.anju.contract.rescission.events;

import org.jspecify.annotations.NullMarked;
