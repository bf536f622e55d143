/** One request, one transaction: verification burnt, idempotency key claimed, work done, answer kept. */
@NullMarked
package io.anju.kit.command;

import org.jspecify.annotations.NullMarked;
