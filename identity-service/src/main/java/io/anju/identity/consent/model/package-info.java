/** Purposes, and which of them a customer decides on. */
@NullMarked
package io.anju.identity.consent.model;

import org.jspecify.annotations.NullMarked;
