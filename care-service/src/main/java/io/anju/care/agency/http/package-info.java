/** Agencies over HTTP, for compliance staff. */
@NullMarked
package io.anju.care.agency.http;

import org.jspecify.annotations.NullMarked;
