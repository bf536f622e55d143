package io.anju.testkit.environment;

/**
 * The outside world of a test.
 *
 * @param url of the sandbox
 * @param callbackSecret with which the rail's callbacks are signed
 * @param walletSecret with which the wallet's callbacks are signed
 * @param registrySecret with which the property registry's callbacks are signed
 */
public record Outside(String url, String callbackSecret, String walletSecret, String registrySecret) {}
