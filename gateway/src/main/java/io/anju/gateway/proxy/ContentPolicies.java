package io.anju.gateway.proxy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which Content-Security-Policy of a service stands in place of the gateway's own: one under which a page can do no more than look like something. */
final class ContentPolicies {
    private static final int LONGEST = 1_000;
    private static final String NO_FRAMES = "frame-ancestors";

    private ContentPolicies() {}

    /**
     * The policy to pass on, if the service has one that is as strict. It must be a full sandbox (no scripts, no forms, an
     * origin of its own) and load nothing that it does not name; that nobody may frame it is added where it is not said.
     *
     * @param given all policies that the service sends
     */
    static Optional<String> strictOf(List<String> given) {
        return given.size() == 1 && given.getFirst().length() <= LONGEST
                ? Optional.of(given.getFirst())
                        .filter(ContentPolicies::isStrict)
                        .map(ContentPolicies::unframed)
                : Optional.empty();
    }

    private static boolean isStrict(String policy) {
        Map<String, String> directives = directives(policy);
        // CSP 3 §6.3.2: an empty value of the directive sets all flags of a sandbox, each token (allow-scripts, …)
        // lifts one.
        return "".equals(directives.get("sandbox"))
                && "'none'".equals(directives.get("default-src"))
                && directives.getOrDefault(NO_FRAMES, "'none'").equals("'none'");
    }

    private static String unframed(String policy) {
        return directives(policy).containsKey(NO_FRAMES) ? policy : policy + "; " + NO_FRAMES + " 'none'";
    }

    /** CSP 3 §2.2.1: separated by semicolons, names without regard to case, and of two with one name the first counts. */
    private static Map<String, String> directives(String policy) {
        return Arrays.stream(policy.split(";"))
                .map(String::strip)
                .filter(directive -> !directive.isEmpty())
                .map(directive -> directive.split("\\s+", 2))
                .collect(Collectors.toMap(
                        parts -> parts[0].toLowerCase(Locale.ROOT),
                        parts -> parts.length > 1 ? parts[1] : "",
                        (first, second) -> first));
    }
}
