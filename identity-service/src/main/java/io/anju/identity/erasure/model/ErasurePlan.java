package io.anju.identity.erasure.model;

import io.anju.identity.datakey.model.KeyKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What an erasure would do, item by item, and what stands in its way. */
public record ErasurePlan(List<Item> items, List<ErasureRefusal> obstacles) {

    /** @param keptUntil empty when it goes now */
    public record Item(RetentionRule rule, Optional<LocalDate> keptUntil) {}

    public ErasurePlan {
        items = List.copyOf(items);
        obstacles = List.copyOf(obstacles);
    }

    /** @param holds those in force */
    public static ErasurePlan of(List<RetentionRule> rules, Relation relation, List<LegalHold> holds, LocalDate today) {
        var items = rules.stream()
                .map(rule -> new Item(rule, rule.keptUntil(relation, today)))
                .toList();
        return new ErasurePlan(items, obstacles(relation, holds));
    }

    private static List<ErasureRefusal> obstacles(Relation relation, List<LegalHold> holds) {
        var obstacles = new ArrayList<ErasureRefusal>();
        if (!relation.ties().isEmpty()) {
            obstacles.add(new ErasureRefusal.LoanLives(relation.ties()));
        }
        holds.stream()
                .min(Comparator.comparing(LegalHold::placedAt))
                .ifPresent(hold -> obstacles.add(new ErasureRefusal.Held(hold.placedAt())));
        return obstacles;
    }

    /** Until when what this key protects is kept; empty when the key goes now. */
    public Optional<LocalDate> keptUntil(KeyKind key) {
        return items.stream()
                .filter(item -> item.rule().key().filter(key::equals).isPresent())
                .flatMap(item -> item.keptUntil().stream())
                .max(Comparator.naturalOrder());
    }

    /** What other services hold and nothing keeps, by its name in the schedule. */
    public List<String> goneElsewhere() {
        return items.stream()
                .filter(item -> item.keptUntil().isEmpty() && !item.rule().here())
                .map(item -> item.rule().item())
                .toList();
    }

    /** What becomes of the account when nothing stands in the way. */
    public Erasure carriedOut(Erasure.Opening opening) {
        return Arrays.stream(KeyKind.values())
                .flatMap(key -> keptUntil(key).stream())
                .max(Comparator.naturalOrder())
                .<Erasure>map(until -> new Erasure.Restricted(opening, until))
                .orElseGet(() -> new Erasure.Complete(opening, opening.at()));
    }
}
