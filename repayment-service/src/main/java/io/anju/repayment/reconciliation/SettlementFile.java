package io.anju.repayment.reconciliation;

import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.model.FileFault;
import io.anju.repayment.reconciliation.model.FileLine;
import io.smallrye.mutiny.Multi;
import java.time.LocalDate;

/** The daily files: the payment rail's, and that of the wallet's institution. */
public interface SettlementFile {

    /**
     * The lines of a date's file, read as fast as they are asked for.
     *
     * @param source whose
     * @return fails with {@link Refused} at the first thing wrong with the file, which is then worth nothing
     */
    Multi<FileLine> fetch(Channel source, LocalDate date);

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
