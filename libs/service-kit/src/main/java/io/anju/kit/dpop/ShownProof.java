package io.anju.kit.dpop;

import java.util.List;
import java.util.Optional;

/**
 * What a request shows to prove possession of a key, and what the proof has to fit.
 *
 * @param headers every {@code DPoP} header of the request
 * @param method of the request
 * @param url under which the caller sent it: the public one, without query
 * @param token the access token shown beside it; empty where tokens are asked for
 */
record ShownProof(List<String> headers, String method, String url, Optional<BoundToken> token) {

    ShownProof {
        headers = List.copyOf(headers);
    }

    /**
     * A verified access token.
     *
     * @param text as it was shown
     * @param thumbprint of the key that it is bound to
     */
    record BoundToken(String text, String thumbprint) {}
}
