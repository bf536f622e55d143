package io.anju.testkit.environment;

/**
 * The outside world of a test.
 *
 * @param url of the sandbox
 * @param callbackSecret with which its callbacks are signed, the wallet's aside
 * @param walletSecret with which the wallet's callbacks are signed
 */
public record Outside(String url, String callbackSecret, String walletSecret) {}
