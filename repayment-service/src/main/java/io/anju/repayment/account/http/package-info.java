/** The loan account over HTTP; statements as JSON and CSV. */
@NullMarked
package io.anju.repayment.account.http;

import org.jspecify.annotations.NullMarked;
