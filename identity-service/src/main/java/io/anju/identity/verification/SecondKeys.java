package io.anju.identity.verification;

import io.anju.identity.token.Tokens;
import io.anju.identity.token.VerificationClaims;
import io.anju.identity.verification.model.Verification;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Cuts the token of a proven verification. The same one gives tokens of the same id: they open one door once. */
@ApplicationScoped
class SecondKeys {

    private final Tokens tokens;

    SecondKeys(Tokens tokens) {
        this.tokens = tokens;
    }

    Uni<Proved.Minted> cut(Verification.Proven proven) {
        return tokens.verification(claims(proven))
                .map(token -> new Proved.Minted(token, proven.tokenId(), proven.tokenExpiresAt()));
    }

    private static VerificationClaims claims(Verification.Proven proven) {
        var opened = proven.opened();
        return new VerificationClaims(
                proven.tokenId(),
                opened.personId(),
                opened.act().audience(),
                opened.act().type(),
                opened.act().resource(),
                opened.act().bodySha256(),
                proven.tokenIssuedAt(),
                proven.tokenExpiresAt());
    }
}
