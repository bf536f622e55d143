package io.anju.kit.denial;

/**
 * Somebody known was refused something.
 *
 * @param code the problem's code
 * @param subject of the access token: a UUID for people, a name for services and agencies
 * @param endpoint method and path pattern
 * @param traceId of the refused request
 */
record Denial(String code, String subject, String endpoint, String traceId) {}
