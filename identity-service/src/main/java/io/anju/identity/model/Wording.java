package io.anju.identity.model;

/** A text kept as data in both languages, chosen at the edge by the caller's {@code Accept-Language}. */
public record Wording(String en, String zh) {

    /** The text for a language tag such as {@code zh-CN}; English for every other than Chinese. */
    public String in(String languageTag) {
        return languageTag.startsWith("zh") ? zh : en;
    }
}
