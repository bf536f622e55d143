/** What the edges of several features share. */
@NullMarked
package io.anju.repayment.http;

import org.jspecify.annotations.NullMarked;
