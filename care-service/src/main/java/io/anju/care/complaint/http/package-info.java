/** Complaints over HTTP, for customers and for the staff who answer them. */
@NullMarked
package io.anju.care.complaint.http;

import org.jspecify.annotations.NullMarked;
