/** Customers: who is registered, by which phone, and how well we know them. */
@NullMarked
package io.anju.identity.party;

import org.jspecify.annotations.NullMarked;
