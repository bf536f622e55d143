package io.anju.identity.passkey;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * {@code PublicKeyCredentialRequestOptionsJSON} of WebAuthn Level 3 §5.1.9.
 *
 * @param allowCredentials empty for a discoverable sign-in, where nobody is known yet
 */
@RegisterForReflection
public record RequestOptions(
        String challenge,
        long timeout,
        String rpId,
        List<CreationOptions.Descriptor> allowCredentials,
        String userVerification) {}
