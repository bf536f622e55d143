package io.anju.identity.notice.model;

import io.anju.kernel.result.Refusal;
import java.util.Map;

/** Every reason for which a decision about the notice is not kept. */
public sealed interface NoticeRefusal extends Refusal {

    /** What was shown is not the notice in force. */
    record NotCurrent(String current) implements NoticeRefusal {
        @Override
        public String code() {
            return "PRIVACY_NOTICE_NOT_CURRENT";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("current", current);
        }
    }
}
