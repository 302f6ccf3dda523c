package dev.whistle.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One browser window with a session of its own. It notes whatever the page's console or its requests complain of. */
final class Window {

    static final int PATIENCE = 30_000;
    /** An application that got an answer and asks nothing more for so long has shown it. */
    private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(300);

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();
    private final Set<Request> underWay = new HashSet<>();
    private long lastAnswer;

    Window(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
        // "Is anybody logged in?" is asked by every application when it opens.
        expects("404 GET /camunda/api/admin/auth/user/default");
        // Asked where passwords are changed; the engine has none enabled.
        expects("404 GET /camunda/api/engine/engine/default/identity/password-policy");
        page.onConsoleMessage(message -> {
            // The console repeats failed requests, which are noted with their status below.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                note(message.text());
            }
        });
        page.onPageError(this::note);
        page.onRequest(request -> {
            if (request.isNavigationRequest() && request.frame() == page.mainFrame()) {
                underWay.clear(); // what the page before had asked for is not told any more
            }
            underWay.add(request);
        });
        page.onRequestFinished(this::answered);
        page.onResponse(this::look);
        page.onRequestFailed(request -> {
            answered(request);
            if (!request.failure().contains("ERR_ABORTED")) { // the page was left before it was done
                note(request.failure() + " " + line(request));
            }
        });
    }

    Page page() {
        return page;
    }

    /** Waits until the page has got all it asked for and has shown it. */
    void settles() {
        lastAnswer = System.nanoTime();
        page.waitForCondition(() -> isQuiet() && !isLoading() && isQuiet());
    }

    private boolean isQuiet() {
        return underWay.isEmpty() && System.nanoTime() - lastAnswer > QUIET;
    }

    /** Asks the page itself, which may be at work on what it got: then it has been quiet only since it answered. */
    private boolean isLoading() {
        long asked = System.nanoTime();
        boolean loading = page.locator(".loader:visible").count() > 0;
        if (System.nanoTime() - asked > QUIET) {
            lastAnswer = System.nanoTime();
        }
        return loading;
    }

    private void answered(Request request) {
        underWay.remove(request);
        lastAnswer = System.nanoTime();
    }

    /** Something that will be refused, as {@code status method path}: a regular expression for the whole of it. */
    void expects(String refused) {
        expected.add(Pattern.compile(refused));
    }

    /** What our own interface answers to this session. */
    JsonNode api(String path) {
        APIResponse answer = context.request().get(path);
        try {
            return new ObjectMapper().readTree(answer.text());
        } catch (JsonProcessingException none) {
            throw new IllegalStateException(answer.status() + " " + answer.text(), none);
        }
    }

    List<String> complaints() {
        return complaints;
    }

    void takePicture(Path file) {
        page.screenshot(new ScreenshotOptions().setPath(file));
    }

    void close() {
        context.close();
    }

    private void look(Response response) {
        if (response.status() >= 400) {
            note(response.status() + " " + line(response.request()));
        }
    }

    private void note(String complaint) {
        if (expected.stream().noneMatch(it -> it.matcher(complaint).matches())) {
            complaints.add(URI.create(page.url()).getRawFragment() + ": " + complaint);
        }
    }

    private static String line(Request request) {
        return request.method() + " " + URI.create(request.url()).getPath();
    }
}
