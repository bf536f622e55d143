/** What the application hears from other services. */
@NullMarked
package io.anju.loan.application.events;

import org.jspecify.annotations.NullMarked;
