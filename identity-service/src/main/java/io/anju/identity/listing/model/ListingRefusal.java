package io.anju.identity.listing.model;

import io.anju.kernel.result.Refusal;
import java.util.Map;

/** Why nothing is put on the list. */
public sealed interface ListingRefusal extends Refusal {

    /** There is no such decision. */
    record NotFound() implements ListingRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** The app told of no device, or the decision is about a member of staff, who has no phone here. */
    record TraceMissing(Listing.Kind kind) implements ListingRefusal {
        @Override
        public String code() {
            return "DECISION_WITHOUT_TRACE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("kind", kind);
        }
    }
}
