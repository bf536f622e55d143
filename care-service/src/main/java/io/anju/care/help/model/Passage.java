package io.anju.care.help.model;

/**
 * A part of an article that can answer a question by itself.
 *
 * @param number from 1, in the article's order
 */
public record Passage(int number, String heading, String body) {}
