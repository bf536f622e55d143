package io.anju.care.agency.model;

import java.util.Set;

/**
 * What an agency hands in when its papers run out, or change; its client stays.
 *
 * @param purposes codes of the purposes for which it may ask permits from then on
 */
public record Renewal(String name, Set<String> purposes, Papers papers) {}
