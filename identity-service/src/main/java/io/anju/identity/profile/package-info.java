/** What a customer sees of themselves: masked data, sessions, who looked. */
@NullMarked
package io.anju.identity.profile;

import org.jspecify.annotations.NullMarked;
