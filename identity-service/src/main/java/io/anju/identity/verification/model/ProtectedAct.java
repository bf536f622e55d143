package io.anju.identity.verification.model;

/**
 * What exactly is about to be done. All four parts go into the token and are checked where the act happens, so that a
 * token for one document, one amount or one service opens nothing else.
 *
 * @param type name of the act, for example {@code contract.sign}
 * @param resource path of the thing acted upon, for example {@code /api/v1/contracts/0197…}
 * @param bodySha256 base64url without padding of the SHA-256 over the exact bytes of the request body to be sent
 * @param audience the service that will receive the act
 */
public record ProtectedAct(String type, String resource, String bodySha256, String audience) {}
