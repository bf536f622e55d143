package io.anju.identity.export.model;

import io.anju.kernel.result.Refusal;
import java.time.Instant;
import java.util.Map;

/** Every reason for which a copy is not handed out. */
public sealed interface ExportRefusal extends Refusal {

    /** Parts are missing yet. */
    record NotReady() implements ExportRefusal {
        @Override
        public String code() {
            return "EXPORT_NOT_READY";
        }
    }

    /** It was there for a while, and is taken away. */
    record Expired(Instant expiredAt) implements ExportRefusal {
        @Override
        public String code() {
            return "EXPORT_EXPIRED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("expiredAt", expiredAt);
        }
    }

    /** No such copy of this customer. */
    record NotFound() implements ExportRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }
}
