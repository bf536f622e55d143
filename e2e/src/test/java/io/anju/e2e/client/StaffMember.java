package io.anju.e2e.client;

import java.util.Map;

/** Somebody who works at the bank: signs in by passkey alone. */
public final class StaffMember extends Person {

    public StaffMember(Api gateway) {
        super(gateway);
    }

    /** Enrols a first passkey with the code that was handed over, then signs in with it. */
    public void enrolAndSignIn(String code) {
        var begun =
                gateway.post("/api/v1/staff/enrolments", Map.of("code", code)).expect(201);
        var credential = device.create(begun.json().path("passkeyOptions").toString(), gateway.base());
        gateway.as(begun.at("/enrolmentToken"))
                .post(
                        "/api/v1/staff/enrolments/" + begun.at("/id") + "/passkey",
                        "{\"credential\":" + credential + "}",
                        Map.of("Idempotency-Key", newKey()))
                .expect(201);
        signInWithPasskey();
    }
}
