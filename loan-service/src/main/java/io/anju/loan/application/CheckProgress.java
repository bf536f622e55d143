package io.anju.loan.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the checks of an application are, while they are under way.
 *
 * @param attempts times that they were begun
 * @param since when the application came into its present state
 * @param fault what the last try failed of, such as {@code bureau 401}; null: none has failed
 */
public record CheckProgress(
        int attempts, Instant since, @Nullable String fault) {}
