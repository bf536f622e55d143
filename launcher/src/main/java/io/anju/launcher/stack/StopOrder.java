package io.anju.launcher.stack;

import java.util.List;

/** In which order a stack goes down; what stands in one stage stops together. PostgreSQL follows last. */
final class StopOrder {

    /** The door first, so that nothing new comes in; the outside world after those who talk to it. */
    static final List<List<String>> STAGES = List.of(
            List.of(Training.NAME, "gateway"),
            List.of("care-service", "repayment-service", "contract-service", "loan-service", "identity-service"),
            List.of("sandbox"));

    private StopOrder() {}
}
