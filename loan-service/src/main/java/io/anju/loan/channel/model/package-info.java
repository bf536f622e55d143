/** The rule table: operation and case to online, video or branch. */
@NullMarked
package io.anju.loan.channel.model;

import org.jspecify.annotations.NullMarked;
