/** Permits over HTTP for agencies, and every contact for the customer. */
@NullMarked
package io.anju.care.permit.http;

import org.jspecify.annotations.NullMarked;
