/** Loans by how late they are, for staff. */
@NullMarked
package io.anju.repayment.arrears.http;

import org.jspecify.annotations.NullMarked;
