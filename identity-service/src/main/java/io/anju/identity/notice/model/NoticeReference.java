package io.anju.identity.notice.model;

/**
 * Exactly which privacy notice is meant.
 *
 * @param sha256 base64url without padding of the SHA-256 over the UTF-8 of the Chinese text, which is the binding one
 */
public record NoticeReference(String version, String sha256) {}
