/** Mailboxes in PostgreSQL, and the notification that wakes readers on every replica. */
@NullMarked
package io.anju.care.inbox.store;

import org.jspecify.annotations.NullMarked;
