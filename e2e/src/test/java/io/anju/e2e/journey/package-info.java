/** Whole journeys through the gateway. */
package io.anju.e2e.journey;
