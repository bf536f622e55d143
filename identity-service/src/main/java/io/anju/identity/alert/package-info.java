/** What a risk officer has to look at: raised by the rules and the locks, owned by somebody, closed in time. */
@NullMarked
package io.anju.identity.alert;

import org.jspecify.annotations.NullMarked;
