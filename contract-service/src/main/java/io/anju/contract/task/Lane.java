package io.anju.contract.task;

import java.util.Arrays;
import java.util.List;

/**
 * Kinds of work that are done side by side with the others, so that none waits for a neighbour it has no business with:
 * law gives the registry thirty working days, a draft is awaited on a telephone.
 */
enum Lane {
    /** Texts and files to be signed; asks identity-service who the customer is. */
    DRAFTING,
    /** Seals; asks identity-service for evidence. */
    SEALING,
    /** Applications to the registry. */
    REGISTRY,
    /** Questions to the registry how far it is. */
    FOLLOWING;

    /** The kinds done here. */
    List<TaskKind> kinds() {
        return Arrays.stream(TaskKind.values())
                .filter(kind -> kind.lane() == this)
                .toList();
    }
}
