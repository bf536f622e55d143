package io.anju.identity.es256;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.interfaces.ECKey;
import java.util.List;
import java.util.Map;
import org.jose4j.keys.EllipticCurves;
import org.jspecify.annotations.Nullable;

/**
 * One algorithm of another provider and nothing else of it: {@code SHA256withECDSA} on P-256. In front of the JDK's own it
 * serves everybody who asks for that signature without naming a provider; TLS, ciphers and digests stay the JDK's, and so
 * does every key on another curve.
 */
final class NativeEs256 extends Provider {

    static final String NAME = "AnjuES256";
    static final String SIGNATURE = "Signature";
    static final String ALGORITHM = "SHA256withECDSA";

    private static final long serialVersionUID = 1;

    /** @param signature the service that does it */
    NativeEs256(Service signature) {
        super(NAME, "1", "ES256 by native code");
        putService(new OnP256(this, signature));
    }

    private static final class OnP256 extends Service {

        private final Service signature;

        OnP256(Provider provider, Service signature) {
            super(provider, SIGNATURE, ALGORITHM, signature.getClassName(), List.of(), Map.of());
            this.signature = signature;
        }

        @Override
        public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
            return signature.newInstance(parameter);
        }

        /** Asked with the key, before the signature begins; where this says no the JDK looks further. */
        @Override
        public boolean supportsParameter(@Nullable Object key) {
            return key instanceof ECKey ec
                    && "P-256".equals(EllipticCurves.getName(ec.getParams().getCurve()))
                    && signature.supportsParameter(key);
        }
    }
}
