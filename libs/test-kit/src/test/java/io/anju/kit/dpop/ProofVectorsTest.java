package io.anju.kit.dpop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.anju.kernel.result.Result;
import io.anju.testkit.dpop.ProofKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The proofs that RFC 9449 publishes, at the time they were made, and the edges of that time. */
class ProofVectorsTest {

    private static final String KEY =
            "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0"
                    + "RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydi"
                    + "I6IlAtMjU2In19.";

    /** Figure 2: for the token endpoint. */
    private static final String AT_TOKEN_ENDPOINT = KEY
            + "eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuI"
            + "iwiaWF0IjoxNTYyMjYyNjE2fQ"
            + ".2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg";

    /** Figure 13: beside an access token. */
    private static final String AT_RESOURCE = KEY
            + "eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90Z"
            + "WN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtz"
            + "bVFFbyJ9"
            + ".2oW9RP35yRqzhrtNP86L-Ey71EOptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA";

    private static final String TOKEN = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";

    /** Figure 9. */
    private static final String THUMBPRINT = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";

    private static final Instant SIGNED = Instant.ofEpochSecond(1_562_262_616);
    private static final Duration AGE = Duration.ofSeconds(60);

    private static Result<Proof, ProofRefusal> verify(Instant now, ShownProof shown) {
        return new ProofVerifier(InstantSource.fixed(now), AGE, Duration.ofSeconds(30)).verify(shown);
    }

    private static ShownProof atTokenEndpoint(String proof) {
        return new ShownProof(List.of(proof), "POST", "https://server.example.com/token", Optional.empty());
    }

    @Test
    void takesTheProofForATokenRequest() {
        assertEquals(
                Result.ok(new Proof(THUMBPRINT, "-BwC3ESc6acc2lTc", SIGNED.plus(AGE))),
                verify(SIGNED, atTokenEndpoint(AT_TOKEN_ENDPOINT)));
    }

    @Test
    void takesTheProofBesideAToken() {
        var shown = new ShownProof(
                List.of(AT_RESOURCE),
                "GET",
                "https://resource.example.org/protectedresource",
                Optional.of(new ShownProof.BoundToken(TOKEN, THUMBPRINT)));

        assertInstanceOf(Result.Ok.class, verify(SIGNED, shown));
    }

    @Test
    void takesNoProofOfAnotherKeyThanTheTokens() {
        var shown = new ShownProof(
                List.of(AT_RESOURCE),
                "GET",
                "https://resource.example.org/protectedresource",
                Optional.of(new ShownProof.BoundToken(TOKEN, ProofKey.es256().thumbprint())));

        assertEquals(Result.refused(new ProofRefusal.OtherKey()), verify(SIGNED, shown));
    }

    @Test
    void isGoodForAMinuteAndNotOneSecondMore() {
        var shown = atTokenEndpoint(AT_TOKEN_ENDPOINT);

        assertInstanceOf(Result.Ok.class, verify(SIGNED.plusSeconds(59), shown));
        assertInstanceOf(Result.Refused.class, verify(SIGNED.plusSeconds(60), shown));
        assertInstanceOf(Result.Ok.class, verify(SIGNED.minusSeconds(30), shown));
        assertInstanceOf(Result.Refused.class, verify(SIGNED.minusSeconds(31), shown));
    }

    @Test
    void takesEd25519() {
        var key = ProofKey.ed25519();
        var proof = key.proof(
                "POST",
                "https://server.example.com/token",
                claims -> claims.setIssuedAt(org.jose4j.jwt.NumericDate.fromSeconds(SIGNED.getEpochSecond())),
                jws -> {});

        assertInstanceOf(Result.Ok.class, verify(SIGNED, atTokenEndpoint(proof)));
    }
}
