package io.anju.identity.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** The caller's language, for texts that are data: Chinese unless English is preferred. */
@RequestScoped
public class Language {

    private static final String DEFAULT = "zh-CN";

    private final HttpHeaders headers;

    Language(HttpHeaders headers) {
        this.headers = headers;
    }

    /** A language tag, as {@link io.anju.identity.model.Wording#in} takes it. */
    public String tag() {
        return headers.getAcceptableLanguages().stream()
                .map(Locale::toLanguageTag)
                .filter(tag -> tag.startsWith("zh") || tag.startsWith("en"))
                .findFirst()
                .orElse(DEFAULT);
    }
}
