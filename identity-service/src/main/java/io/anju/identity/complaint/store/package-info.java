/** The record of complaints in PostgreSQL. */
@NullMarked
package io.anju.identity.complaint.store;

import org.jspecify.annotations.NullMarked;
