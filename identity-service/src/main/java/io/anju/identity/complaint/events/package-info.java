/** What care-service tells of complaints. */
@NullMarked
package io.anju.identity.complaint.events;

import org.jspecify.annotations.NullMarked;
