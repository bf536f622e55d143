/** Readings of customers' data by staff and services, told to identity, which shows them to the customer. */
@NullMarked
package io.anju.kit.access;

import org.jspecify.annotations.NullMarked;
