package io.anju.identity.risk.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How unusual a request is, and what each feature gave to it. The total is the sum of the contributions and nothing else.
 *
 * @param contributions points by feature, those that gave any; each above 0
 */
public record Score(Map<String, Integer> contributions) {

    public Score {
        contributions = Collections.unmodifiableMap(new LinkedHashMap<>(contributions));
    }

    public int total() {
        return contributions.values().stream().mapToInt(Integer::intValue).sum();
    }
}
