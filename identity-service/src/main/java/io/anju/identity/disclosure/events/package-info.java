/** What care-service tells of contacts, kept for audit. */
@NullMarked
package io.anju.identity.disclosure.events;

import org.jspecify.annotations.NullMarked;
