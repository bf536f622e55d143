package io.anju.e2e.client;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Chromium with one tab, and a device in it that holds passkeys and whose owner always agrees. */
public final class RealBrowser implements AutoCloseable {

    /** For a start, a page and a call of a page's function. */
    private static final double PATIENCE_MS = 30_000;

    private static final Map<String, String> PAGE = Map.of(
            "/page", "<!doctype html><title>page</title><script src=\"/page.js\"></script>", "/page.js", script());

    /** What a page of the app may do: the least with which it can call the API. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'";

    private final Playwright playwright;
    private final Page page;
    private final HttpServer stranger;
    private final List<String> complaints = new ArrayList<>();
    private final List<Response> answers = new ArrayList<>();

    /** Starts it; nothing is downloaded. */
    public RealBrowser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        page = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setTimeout(PATIENCE_MS)
                        // Chromium's sandbox does not work for root, and for root alone it is given up.
                        .setChromiumSandbox(!System.getProperty("user.name").equals("root")))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.onConsoleMessage(this::hear);
        page.onPageError(complaints::add);
        page.onResponse(answers::add);
        addDevice();
        stranger = startStranger();
    }

    private HttpServer startStranger() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answerAsStranger);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addDevice() {
        var device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        var parameters = new JsonObject();
        parameters.add("options", device);
        var session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        session.send("WebAuthn.addVirtualAuthenticator", parameters);
    }

    private void hear(ConsoleMessage message) {
        if (List.of("error", "warning").contains(message.type())) {
            complaints.add(message.text());
        }
    }

    /** Goes to a page of the app with {@code page.js} in it, under the policy that such a page would have. */
    public void openApp(String origin) {
        PAGE.forEach((path, content) -> page.route(origin + path, route -> route.fulfill(underPolicy(content))));
        open(origin + "/page");
        // While anything is served from here, requests are intercepted, and preflights never leave the browser.
        page.unrouteAll();
    }

    private static Route.FulfillOptions underPolicy(String content) {
        return new Route.FulfillOptions()
                .setHeaders(Map.of("Content-Security-Policy", POLICY))
                .setBody(content);
    }

    /**
     * Goes to a page of somebody else's on this machine, with {@code page.js} in it. It is really served: a page that came
     * from nowhere is kept from calling this machine at all, whatever the answers allow.
     */
    public void openStranger(String host) {
        open("http://" + host + ":" + stranger.getAddress().getPort() + "/page");
    }

    private void answerAsStranger(HttpExchange request) throws IOException {
        var content = PAGE.getOrDefault(request.getRequestURI().getPath(), "").getBytes(StandardCharsets.UTF_8);
        request.sendResponseHeaders(200, content.length);
        request.getResponseBody().write(content);
        request.close();
    }

    private static String script() {
        try (var script = RealBrowser.class.getResourceAsStream("/browser/page.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes to a document as it is served; what was said and answered before is forgotten. */
    public void open(String url) {
        complaints.clear();
        answers.clear();
        page.navigate(url);
    }

    /** What a function of {@code page.js} got from the API. */
    public Answer send(String function, Object... arguments) {
        var seen = (Map<?, ?>) call(function, arguments);
        var headers = ((Map<?, ?>) seen.get("headers"))
                .entrySet().stream()
                        .collect(Collectors.toMap(
                                header -> (String) header.getKey(), header -> List.of((String) header.getValue())));
        return new Answer(
                function + " in the browser",
                (int) seen.get("status"),
                HttpHeaders.of(headers, (name, value) -> true),
                ((String) seen.get("text")).getBytes(StandardCharsets.UTF_8));
    }

    /** What a function of {@code page.js} gives. */
    public Object call(String function, Object... arguments) {
        var call = List.of(function, Arrays.asList(arguments), PATIENCE_MS);
        return page.evaluate("([name, args, patience]) => within(patience, globalThis[name](...args))", call);
    }

    /** The error with which the browser ends a function of {@code page.js}. */
    public String refusal(String function, Object... arguments) {
        try {
            throw new AssertionError(function + " was let through: " + call(function, arguments));
        } catch (PlaywrightException refused) {
            return refused.getMessage();
        }
    }

    /** What an expression gives in the page. */
    public Object evaluate(String expression) {
        return page.evaluate(expression);
    }

    /** Where the page's frames are after it has tried to show this address in one. */
    public List<String> framed(String url) {
        call("frame", url);
        return page.mainFrame().childFrames().stream().map(Frame::url).toList();
    }

    /** Errors and warnings in the console since the page was opened. That an answer was a refusal is none. */
    public List<String> complaints() {
        return complaints.stream()
                .filter(complaint -> !complaint.contains("the server responded with a status of"))
                .toList();
    }

    /** Waits until one of them says this. */
    public void awaitComplaint(String text) {
        page.waitForCondition(() -> complaints.stream().anyMatch(complaint -> complaint.contains(text)));
    }

    /** All answers since the page was opened. */
    public List<Response> answers() {
        return List.copyOf(answers);
    }

    /** What the browser keeps for the sites that were open. */
    public List<String> cookies() {
        return page.context().cookies().stream().map(cookie -> cookie.name).toList();
    }

    @Override
    public void close() {
        stranger.stop(0);
        playwright.close();
    }
}
