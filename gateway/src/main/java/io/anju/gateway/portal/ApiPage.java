package io.anju.gateway.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeMap;

/** The merged API document as a page that needs no script. */
final class ApiPage {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final String HEAD = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>安居 API · Anju API</title><meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1a2b2a;background:#fbfaf7}
            h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem;text-transform:capitalize}a{color:#0b5c56}
            details{background:#fff;border:1px solid #ddd8cc;border-radius:.5rem;margin:.4rem 0;padding:.4rem .8rem;overflow-wrap:anywhere}
            summary{cursor:pointer}b{display:inline-block;min-width:4.2rem;font-family:ui-monospace,monospace}code{font-family:ui-monospace,monospace}
            p{margin:.3rem 0}nav{display:flex;flex-wrap:wrap;gap:.3rem .8rem}.missing{color:#8a3b12}pre{overflow:auto;background:#efece4;padding:.6rem;border-radius:.4rem}
            </style></head><body><h1>安居 API <small>Anju API</small></h1>
            <p>Machine-readable: <a href="/openapi">/openapi</a>. Errors are <code>application/problem+json</code> with a stable <code>code</code>; amounts are integer fen; every
            <code>POST</code> that creates or moves something takes an <code>Idempotency-Key</code>.</p>
            """;

    private ApiPage() {}

    static String of(JsonNode api) {
        var services = new TreeMap<String, StringBuilder>();
        api.path("paths")
                .properties()
                .forEach(path -> METHODS.stream().filter(path.getValue()::has).forEach(method -> {
                    var operation = path.getValue().get(method);
                    var service = operation.path("tags").path(0).asText("other");
                    services.computeIfAbsent(service, s -> new StringBuilder())
                            .append(item(method, path.getKey(), operation));
                }));
        var page = new StringBuilder(HEAD).append("<nav>");
        services.keySet().forEach(name -> page.append("<a href=\"#%s\">%s</a>".formatted(name, name)));
        page.append("</nav>");
        api.path("x-missing")
                .forEach(name ->
                        page.append("<p class=\"missing\">%s-service does not answer just now; its part is missing.</p>"
                                .formatted(escaped(name.asText()))));
        services.forEach((name, items) ->
                page.append("<h2 id=\"%s\">%s</h2>".formatted(name, name)).append(items));
        return page.append("</body></html>").toString();
    }

    private static String item(String method, String path, JsonNode operation) {
        var summary = operation.path("summary").asText("");
        var details = new StringBuilder();
        if (operation.hasNonNull("description")) {
            details.append("<p>")
                    .append(escaped(operation.get("description").asText()))
                    .append("</p>");
        }
        operation
                .path("parameters")
                .forEach(parameter -> details.append("<p><code>%s</code> <small>%s</small> %s</p>"
                        .formatted(
                                escaped(parameter.path("name").asText()),
                                escaped(parameter.path("in").asText()),
                                escaped(parameter.path("description").asText("")))));
        if (operation.has("requestBody")) {
            details.append("<p>body</p><pre>")
                    .append(escaped(operation.get("requestBody").toPrettyString()))
                    .append("</pre>");
        }
        operation
                .path("responses")
                .properties()
                .forEach(answer -> details.append("<p><b>%s</b> %s</p>"
                        .formatted(
                                escaped(answer.getKey()),
                                escaped(answer.getValue().path("description").asText("")))));
        return "<details><summary><b>%s</b><code>%s</code> %s</summary>%s</details>"
                .formatted(method.toUpperCase(java.util.Locale.ROOT), escaped(path), escaped(summary), details);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
