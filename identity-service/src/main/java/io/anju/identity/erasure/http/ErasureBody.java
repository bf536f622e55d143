package io.anju.identity.erasure.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.erasure.ErasureStore;
import io.anju.identity.erasure.model.Erasure;
import io.anju.identity.erasure.model.ErasurePlan;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An erasure as its customer sees it, before and after.
 *
 * @param state {@code POSSIBLE}, {@code NOT_NOW}, {@code RESTRICTED} (done, and a law keeps something: stored, used for
 *     nothing) or {@code COMPLETE}
 * @param obstacles why not now; the answer to {@code POST} says more of the first
 * @param id of the erasure, once it is done
 * @param restrictedUntil the day on which the last law lets go
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record ErasureBody(
        State state,
        List<String> obstacles,
        List<ItemBody> items,
        @Nullable UUID id,
        @Nullable Instant erasedAt,
        @Nullable LocalDate restrictedUntil) {

    /** Where it stands. */
    public enum State {
        POSSIBLE,
        NOT_NOW,
        RESTRICTED,
        COMPLETE
    }

    /** What becomes of an item. */
    public enum Outcome {
        DELETED,
        KEPT
    }

    /**
     * One kind of data.
     *
     * @param what in the caller's language
     * @param source the law that keeps it, or by which it goes
     * @param keptUntil present when it is kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record ItemBody(
            String item,
            String what,
            String heldBy,
            Outcome outcome,
            String source,
            @Nullable LocalDate keptUntil) {

        static ItemBody of(ErasurePlan.Item item, String language) {
            var rule = item.rule();
            return new ItemBody(
                    rule.item(),
                    rule.what().in(language),
                    rule.heldBy(),
                    item.keptUntil().isPresent() ? Outcome.KEPT : Outcome.DELETED,
                    rule.source().in(language),
                    item.keptUntil().orElse(null));
        }
    }

    static ErasureBody of(ErasurePlan plan, String language) {
        return new ErasureBody(
                plan.obstacles().isEmpty() ? State.POSSIBLE : State.NOT_NOW,
                plan.obstacles().stream().map(obstacle -> obstacle.code()).toList(),
                items(plan.items(), language),
                null,
                null,
                null);
    }

    static ErasureBody of(ErasureStore.Kept kept, String language) {
        var opening = kept.erasure().opening();
        Optional<LocalDate> until = switch (kept.erasure()) {
            case Erasure.Restricted restricted -> Optional.of(restricted.until());
            case Erasure.Complete ignored -> Optional.empty();
        };
        return new ErasureBody(
                until.isPresent() ? State.RESTRICTED : State.COMPLETE,
                List.of(),
                items(kept.items(), language),
                opening.id(),
                opening.at(),
                until.orElse(null));
    }

    private static List<ItemBody> items(List<ErasurePlan.Item> items, String language) {
        return items.stream().map(item -> ItemBody.of(item, language)).toList();
    }
}
