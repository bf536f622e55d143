package io.anju.repayment.rail.model;

import io.anju.kernel.result.Refusal;
import java.util.Map;

/** Why the rail's word is not taken; each of these is a break that a person has to look at. */
public sealed interface RailRefusal extends Refusal {

    /** It is about another amount than ordered; both in fen. */
    record OtherAmount(String reference, long ordered, long told) implements RailRefusal {
        @Override
        public String code() {
            return "RAIL_AMOUNT_DIFFERS";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("reference", reference, "ordered", ordered, "told", told);
        }
    }

    /** It contradicts what the rail said before. */
    record Contradiction(String reference) implements RailRefusal {
        @Override
        public String code() {
            return "RAIL_CONTRADICTS_ITSELF";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("reference", reference);
        }
    }
}
