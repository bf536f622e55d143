/** Facts leave by the outbox and arrive through the inbox, at least once and in order per subject. */
@NullMarked
package io.anju.kit.event;

import org.jspecify.annotations.NullMarked;
