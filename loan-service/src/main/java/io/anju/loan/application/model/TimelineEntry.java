package io.anju.loan.application.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an application's history: who did what, why, when.
 *
 * @param from state before; null: the beginning
 * @param reason in words or codes; nothing that names a person
 */
public record TimelineEntry(
        Instant at, Actor actor, @Nullable State from, State to, String reason) {}
