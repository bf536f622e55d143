/** Do I need the branch? A rule table with reasons. */
@NullMarked
package io.anju.loan.channel;

import org.jspecify.annotations.NullMarked;
