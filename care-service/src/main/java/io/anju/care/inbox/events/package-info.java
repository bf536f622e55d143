/** Facts from every service, turned into messages. */
@NullMarked
package io.anju.care.inbox.events;

import org.jspecify.annotations.NullMarked;
