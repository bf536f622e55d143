package io.anju.repayment.reconciliation.model;

import io.anju.kernel.result.Refusal;
import java.util.Map;

/** Why a daily file is refused, the whole of it. */
public sealed interface FileFault extends Refusal {

    /** The rail has no file of that date, or not yet. */
    record NotThere(int status) implements FileFault {
        @Override
        public String code() {
            return "RAIL_FILE_NOT_THERE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("status", status);
        }
    }

    /** The rail did not answer, or stopped in the middle. */
    record Broken(String what) implements FileFault {
        @Override
        public String code() {
            return "RAIL_FILE_BROKEN_OFF";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("what", what);
        }
    }

    /** It is longer than a file may be; in bytes. */
    record TooLong(long most) implements FileFault {
        @Override
        public String code() {
            return "RAIL_FILE_TOO_LONG";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("most", most);
        }
    }

    /**
     * A line is not what it should be.
     *
     * @param line from 0, the header
     * @param what which part of it; never the line itself, which names accounts
     */
    record Malformed(int line, String what) implements FileFault {
        @Override
        public String code() {
            return "RAIL_FILE_MALFORMED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("line", line, "what", what);
        }
    }
}
