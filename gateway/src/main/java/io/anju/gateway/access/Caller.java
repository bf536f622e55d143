package io.anju.gateway.access;

import java.util.Set;

/** Who a verified token speaks for. */
public record Caller(String subject, String client, Set<String> roles) {}
