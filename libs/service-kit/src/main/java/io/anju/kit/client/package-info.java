/**
 * Calls outward: {@link io.anju.kit.client.Remote} for all of them, with service tokens, time limits, retries and
 * breakers.
 *
 * <p>Three go another way. The dispatcher of events has a schedule of its own, which outlasts any breaker. Identity's key
 * set ({@code token}) is fetched ahead of need, without a token and by the gateway too; the last one stays good while
 * identity is away. The development stack's date ({@code time}) does not exist in production.
 */
@NullMarked
package io.anju.kit.client;

import org.jspecify.annotations.NullMarked;
