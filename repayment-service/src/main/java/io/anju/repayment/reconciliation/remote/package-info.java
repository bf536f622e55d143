/** The rail's daily file over HTTP. */
@NullMarked
package io.anju.repayment.reconciliation.remote;

import org.jspecify.annotations.NullMarked;
