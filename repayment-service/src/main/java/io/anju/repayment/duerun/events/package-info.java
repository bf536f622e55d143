/** What runs hear of. */
@NullMarked
package io.anju.repayment.duerun.events;

import org.jspecify.annotations.NullMarked;
