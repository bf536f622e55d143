/** Reference rates over HTTP: open to read, two officers to publish. */
@NullMarked
package io.anju.loan.referencerate.http;

import org.jspecify.annotations.NullMarked;
