package io.anju.care.permit;

import io.anju.care.permit.model.ContactRefusal;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What agencies were answered since this process started, for Prometheus: {@code anju_permits_*_total}. */
@ApplicationScoped
class PermitMeters {

    private final MeterRegistry registry;

    PermitMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void granted() {
        registry.counter("anju.permits.granted").increment();
    }

    void refused(ContactRefusal reason) {
        registry.counter("anju.permits.refused", "code", reason.code()).increment();
    }
}
