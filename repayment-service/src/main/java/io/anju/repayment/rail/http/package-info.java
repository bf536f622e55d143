/** Where the rail calls back. */
@NullMarked
package io.anju.repayment.rail.http;

import org.jspecify.annotations.NullMarked;
