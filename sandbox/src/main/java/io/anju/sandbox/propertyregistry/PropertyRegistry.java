package io.anju.sandbox.propertyregistry;

import io.anju.sandbox.callback.Callbacks;
import io.anju.sandbox.callback.Faults;
import io.anju.sandbox.clock.BusinessDate;
import io.anju.sandbox.http.Answers;
import io.anju.sandbox.http.ApiProblem;
import io.anju.sandbox.http.Input;
import io.anju.sandbox.http.Json;
import io.anju.sandbox.journal.Journal;
import io.anju.sandbox.propertyregistry.Registration.Application;
import io.anju.sandbox.propertyregistry.Registration.State;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Registers and releases mortgages, decided a little later and told by callback. A certificate containing 查封 (seized) is rejected. */
public final class PropertyRegistry {
    private static final String SEIZED = "查封";
    private static final int REGISTRATIONS_MOST = 100_000;

    private final Vertx vertx;
    private final BusinessDate date;
    private final Callbacks callbacks;
    private final Faults faults;
    private final Journal.Facts<Registration> changes;
    private final Map<UUID, Registration> registrations = new LinkedHashMap<>();
    private final Map<String, UUID> byReference = new HashMap<>();
    private final Map<UUID, String> releaseReferences = new HashMap<>();

    /** A registry that decides after so many milliseconds. */
    public PropertyRegistry(Vertx vertx, BusinessDate date, Journal journal, Callbacks callbacks, int decideMillis) {
        this.vertx = vertx;
        this.date = date;
        this.callbacks = callbacks;
        this.faults = new Faults(decideMillis);
        this.changes = journal.facts("property.registration", Registration.class, this::apply);
    }

    /** The registry's addresses. */
    public void mount(Router router) {
        router.post("/property-registry/registrations").handler(this::register);
        router.get("/property-registry/registrations/:id")
                .handler(context -> Answers.json(context, 200, named(context).view()));
        router.post("/property-registry/registrations/:id/release").handler(this::release);
        faults.mount(router, "/property-registry/faults");
    }

    /** Goes on with what a stopped sandbox left unfinished. */
    public void resume() {
        registrations.values().stream()
                .filter(r -> r.pending() != null)
                .toList()
                .forEach(this::begin);
    }

    private void register(RoutingContext context) {
        var input = Input.of(context);
        var application = new Application(
                input.text("reference", 200),
                input.text("propertyCertificate", 200),
                input.text("mortgagor", 200),
                input.text("mortgagee", 200),
                input.amount("amount"));
        var callbackUrl = input.address("callbackUrl");
        input.check();
        faults.refuseIfAsked();
        var earlier = byReference.get(application.reference());
        if (earlier == null) {
            if (registrations.size() >= REGISTRATIONS_MOST) {
                throw ApiProblem.full();
            }
            var asked = Registration.asked(UUID.randomUUID(), application, callbackUrl);
            changes.add(asked);
            begin(asked);
            faults.answerOrHangUp(context, 202, asked.view());
        } else if (get(earlier).application().equals(application)) {
            faults.answerOrHangUp(context, 202, get(earlier).view());
        } else {
            throw new ApiProblem(409, "REFERENCE_REUSED", "This reference stands for another registration.");
        }
    }

    private void release(RoutingContext context) {
        var registration = named(context);
        var input = Input.of(context);
        var reference = input.text("reference", 200);
        var callbackUrl = input.address("callbackUrl");
        input.check();
        faults.refuseIfAsked();
        if (reference.equals(releaseReferences.get(registration.registrationId()))) {
            faults.answerOrHangUp(context, 202, registration.view());
        } else if (registration.state() == State.REGISTERED) {
            var releasing = registration.releaseAsked(reference, callbackUrl);
            changes.add(releasing);
            begin(releasing);
            faults.answerOrHangUp(context, 202, releasing.view());
        } else {
            throw new ApiProblem(409, "NOT_REGISTERED", "Only a registered mortgage can be released, once.");
        }
    }

    private void begin(Registration registration) {
        if (registration.undecided()) {
            vertx.setTimer(faults.delayMillis(), timer -> decide(registration));
        } else {
            tell(registration);
        }
    }

    private void decide(Registration asked) {
        var decided = asked.state() == State.RELEASING ? asked.released() : decision(asked);
        changes.add(decided);
        tell(decided);
    }

    private Registration decision(Registration asked) {
        if (faults.takeFailure()) {
            return asked.rejected("DECLINED");
        }
        if (asked.application().propertyCertificate().contains(SEIZED)) {
            return asked.rejected("PROPERTY_SEIZED");
        }
        var order = registrations.values().stream()
                        .filter(r -> r.certificateNumber() != null)
                        .count()
                + 1;
        return asked.registered("沪（%d）不动产证明第%07d号".formatted(date.today().getYear(), order));
    }

    private void tell(Registration decided) {
        var pending = decided.pending();
        if (pending != null) {
            callbacks.deliver(pending.callbackUrl(), Json.bytes(decided.view()), faults, () -> told(decided));
        }
    }

    /** A release may have been asked for while the news of the registration was still on its way: then that one's answer is still owed. */
    private void told(Registration decided) {
        var now = get(decided.registrationId());
        if (now.equals(decided)) {
            changes.add(now.told());
        }
    }

    private Registration named(RoutingContext context) {
        var found = find(context.pathParam("id"));
        if (found == null) {
            throw ApiProblem.notFound("registration");
        }
        return found;
    }

    private @Nullable Registration find(String id) {
        try {
            return registrations.get(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Registration get(UUID id) {
        var found = registrations.get(id);
        if (found == null) {
            throw new IllegalStateException("no registration " + id);
        }
        return found;
    }

    private void apply(Registration registration) {
        registrations.put(registration.registrationId(), registration);
        byReference.put(registration.application().reference(), registration.registrationId());
        var pending = registration.pending();
        if (registration.state() == State.RELEASING && pending != null) {
            releaseReferences.put(registration.registrationId(), pending.reference());
        }
    }
}
