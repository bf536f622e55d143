/**
 * Work that must be done outside a transaction (rendering, sealing, asking others) and must not be forgotten: written beside the change that calls for it, claimed by any replica, tried again with
 * growing pauses, done once in effect.
 */
@NullMarked
package io.anju.contract.task;

import org.jspecify.annotations.NullMarked;
