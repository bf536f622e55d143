package io.anju.identity.model;

/** What a person sends to prove themselves. Both kinds are C3 while they are good: never logged, never kept. */
public sealed interface Proof {

    /** How it proves. */
    default ProofMethod method() {
        return switch (this) {
            case Code ignored -> ProofMethod.SMS;
            case PasskeyAssertion ignored -> ProofMethod.PASSKEY;
        };
    }

    /** The six digits of an SMS. */
    record Code(String digits) implements Proof {
        @Override
        public String toString() {
            return "Code";
        }
    }

    /** {@code AuthenticationResponseJSON} of WebAuthn. */
    record PasskeyAssertion(String json) implements Proof {
        @Override
        public String toString() {
            return "PasskeyAssertion";
        }
    }
}
