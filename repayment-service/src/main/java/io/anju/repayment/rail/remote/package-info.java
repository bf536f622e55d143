/** The rail itself, over HTTP. */
@NullMarked
package io.anju.repayment.rail.remote;

import org.jspecify.annotations.NullMarked;
