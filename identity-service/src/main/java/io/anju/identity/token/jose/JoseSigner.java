package io.anju.identity.token.jose;

import io.anju.identity.token.Signer;
import io.anju.identity.token.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** ES256. Opened private keys are kept in memory, a handful at most. */
@ApplicationScoped
class JoseSigner implements Signer {

    private final MasterKey masterKey;
    private final Map<String, PrivateKey> opened = new ConcurrentHashMap<>();

    JoseSigner(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    @Override
    public KeyMaterial generate() {
        try {
            EllipticCurveJsonWebKey jwk = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            String kid = jwk.calculateBase64urlEncodedThumbprint("SHA-256");
            jwk.setKeyId(kid);
            jwk.setUse(Use.SIGNATURE);
            jwk.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            byte[] sealed = masterKey.seal(jwk.getPrivateKey().getEncoded(), kid);
            return new KeyMaterial(kid, jwk.toJson(OutputControlLevel.PUBLIC_ONLY), sealed);
        } catch (JoseException e) {
            throw new IllegalStateException("a signing key could not be made", e);
        }
    }

    @Override
    public String sign(SigningKey key, String type, Map<String, Object> claims) {
        var content = new JwtClaims();
        claims.forEach(content::setClaim);
        var jws = new JsonWebSignature();
        jws.setPayload(content.toJson());
        jws.setHeader("typ", type);
        jws.setKeyIdHeaderValue(key.times().kid());
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setKey(opened.computeIfAbsent(key.times().kid(), kid -> open(key)));
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    private PrivateKey open(SigningKey key) {
        try {
            byte[] encoded = masterKey.open(key.privateSealed(), key.times().kid());
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing key " + key.times().kid() + " cannot be read", e);
        }
    }
}
