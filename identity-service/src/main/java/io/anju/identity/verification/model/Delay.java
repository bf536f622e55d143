package io.anju.identity.verification.model;

import java.time.Duration;

/**
 * A wait between proof and token: time for whoever the account belongs to to cancel.
 *
 * @param length from the proof on, until the token can be fetched
 * @param open from then on, until it no longer can
 */
public record Delay(Duration length, Duration open) {}
