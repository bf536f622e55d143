/** Facts heard that call for a contract. */
@NullMarked
package io.anju.contract.drafting.events;

import org.jspecify.annotations.NullMarked;
