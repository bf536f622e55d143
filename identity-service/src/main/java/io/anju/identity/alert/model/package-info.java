/** The states of an alert. */
@NullMarked
package io.anju.identity.alert.model;

import org.jspecify.annotations.NullMarked;
