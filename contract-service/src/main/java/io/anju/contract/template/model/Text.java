package io.anju.contract.template.model;

/** Words in both languages; the Chinese ones are what is agreed, the English ones help to read. */
public record Text(String zh, String en) {}
