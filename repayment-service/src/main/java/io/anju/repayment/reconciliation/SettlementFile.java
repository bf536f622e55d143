package io.anju.repayment.reconciliation;

import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.model.FileFault;
import io.anju.repayment.reconciliation.model.FileLine;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Optional;

/** The daily files: the payment rail's, and that of the wallet's institution. */
public interface SettlementFile {

    /**
     * Fetches a date's file as it is now, the whole of it; this takes minutes, and no transaction waits for it.
     *
     * @param source whose
     * @return fails with {@link Refused} when it cannot be had
     */
    Uni<Opened> open(Channel source, LocalDate date);

    /**
     * Whether a date's file is another version than the one with that tag, as far as the other side says; where it gives
     * no tags, it always may be.
     *
     * @return fails with {@link Refused} when it cannot be had
     */
    Uni<Boolean> mayDiffer(Channel source, LocalDate date, Optional<String> tag);

    /**
     * A file that is here.
     *
     * @param tag what the other side calls this version; empty when it calls it nothing
     * @param lines read as fast as they are asked for, and anew each time; fails with {@link Refused} at the first thing
     *     wrong with the file, which is then worth nothing
     * @param closing forgets it
     */
    record Opened(Optional<String> tag, Multi<FileLine> lines, Uni<Void> closing) {}

    /** The file is refused, the whole of it. */
    final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient FileFault fault;

        /** For that reason. */
        public Refused(FileFault fault) {
            super(sentence(fault), null, false, false);
            this.fault = fault;
        }

        /** Why. */
        public FileFault fault() {
            return fault;
        }

        /** Why, in one line: the fault's code and its evidence. */
        public String problem() {
            return sentence(fault);
        }

        private static String sentence(FileFault fault) {
            return fault.code() + " " + fault.evidence();
        }
    }
}
