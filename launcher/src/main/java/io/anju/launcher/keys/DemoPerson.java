package io.anju.launcher.keys;

/**
 * A member of staff of the demo bank.
 *
 * @param enrolmentCode lets this person enrol a first passkey, once
 */
public record DemoPerson(String name, String role, String enrolmentCode) {}
