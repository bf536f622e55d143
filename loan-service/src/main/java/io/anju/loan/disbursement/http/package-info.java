/** Release of the money over HTTP, for staff. */
@NullMarked
package io.anju.loan.disbursement.http;

import org.jspecify.annotations.NullMarked;
