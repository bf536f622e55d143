package io.anju.identity.risk;

import io.anju.identity.model.Wording;
import io.anju.identity.risk.model.RiskOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A decision as it was kept.
 *
 * @param signals what was known, by word
 * @param rules every live version that was asked
 * @param fired those that fired, the strictest first; lifted and broken are of these
 * @param shadow proposed versions that would have fired
 * @param reason why; empty texts when nothing spoke against it
 * @param contributions points of the score by feature
 */
public record KeptDecision(
        UUID id,
        UUID personId,
        String act,
        RiskOutcome outcome,
        Instant at,
        Map<String, Object> signals,
        List<String> rules,
        List<String> fired,
        List<String> lifted,
        List<String> broken,
        List<String> shadow,
        Wording reason,
        int score,
        int scoreCard,
        Map<String, Object> contributions) {}
