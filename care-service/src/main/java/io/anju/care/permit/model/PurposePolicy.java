package io.anju.care.permit.model;

import java.time.Duration;
import java.util.Optional;

/**
 * What the bank allows for one purpose: data, each row of it with its source, changed without a release.
 *
 * @param hours when contact is allowed
 * @param consentLasts how long a consent counts before it must be asked anew; empty where the purpose rests on the
 *     contract or a law and asks none (个人信息保护法 13)
 * @param window how long a permit opens
 */
public record PurposePolicy(ContactHours hours, Optional<Duration> consentLasts, Duration window) {}
