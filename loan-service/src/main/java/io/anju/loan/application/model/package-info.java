/** The application's states, one record each, and the transitions that exist. */
@NullMarked
package io.anju.loan.application.model;

import org.jspecify.annotations.NullMarked;
