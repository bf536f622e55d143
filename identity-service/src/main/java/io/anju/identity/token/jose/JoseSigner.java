package io.anju.identity.token.jose;

import io.anju.identity.token.SealedKey;
import io.anju.identity.token.Signer;
import io.anju.identity.token.SigningKey;
import io.anju.kit.token.CompactSignature;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** ES256 and Ed25519. Opened private keys are kept in memory, a handful at most. */
@ApplicationScoped
class JoseSigner implements Signer {

    private static final String ES256 = AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
    private static final String EDDSA = AlgorithmIdentifiers.EDDSA;

    private final MasterKeys masterKeys;
    private final Map<String, PrivateKey> opened = new ConcurrentHashMap<>();

    JoseSigner(MasterKeys masterKeys) {
        this.masterKeys = masterKeys;
    }

    @Override
    public KeyMaterial generate(Algorithm algorithm) {
        try {
            PublicJsonWebKey jwk = switch (algorithm) {
                case ES256 -> EcJwkGenerator.generateJwk(EllipticCurves.P256);
                case EDDSA -> OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            };
            String alg = algorithm == Algorithm.ES256 ? ES256 : EDDSA;
            String kid = jwk.calculateBase64urlEncodedThumbprint("SHA-256");
            jwk.setKeyId(kid);
            jwk.setUse(Use.SIGNATURE);
            jwk.setAlgorithm(alg);
            return new KeyMaterial(
                    kid,
                    alg,
                    jwk.toJson(OutputControlLevel.PUBLIC_ONLY),
                    seal(jwk.getPrivateKey().getEncoded(), kid));
        } catch (JoseException e) {
            throw new IllegalStateException("a signing key could not be made", e);
        }
    }

    private SealedKey seal(byte[] encoded, String kid) {
        var master = masterKeys.current();
        return new SealedKey(master.seal(encoded, kid), Optional.of(master.id()));
    }

    @Override
    public List<String> masterKeys() {
        return masterKeys.ids();
    }

    @Override
    public Optional<SealedKey> sealAnew(String kid, SealedKey sealed) {
        try {
            return Optional.of(seal(masterKeys.open(sealed.bytes(), kid, sealed.by()), kid));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
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
        jws.setAlgorithmHeaderValue(key.algorithm());
        jws.setKey(opened.computeIfAbsent(key.times().kid(), kid -> open(key)));
        try {
            String token = jws.getCompactSerialization();
            return key.algorithm().equals(ES256) ? CompactSignature.low(token) : token;
        } catch (JoseException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    private PrivateKey open(SigningKey key) {
        try {
            var sealed = key.privateSealed();
            byte[] encoded = masterKeys.open(sealed.bytes(), key.times().kid(), sealed.by());
            return KeyFactory.getInstance(key.algorithm().equals(ES256) ? "EC" : "Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing key " + key.times().kid() + " cannot be read", e);
        }
    }
}
