/** What contract-service tells of amendments. */
@NullMarked
package io.anju.repayment.change.events;

import org.jspecify.annotations.NullMarked;
