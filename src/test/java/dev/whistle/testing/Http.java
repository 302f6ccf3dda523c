package dev.whistle.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Real HTTP to the running application, as a program (HTTP Basic) or as a browser that logged in to Tasklist. */
public final class Http {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private final HttpClient client;
    private final @Nullable CookieManager cookies;
    private final @Nullable String user;

    private Http(int port, @Nullable String user, @Nullable CookieManager cookies) {
        this.port = port;
        this.user = user;
        this.cookies = cookies;
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        if (cookies != null) {
            builder.cookieHandler(cookies);
        }
        this.client = builder.build();
    }

    public static Http program(int port, Caller caller) {
        return new Http(port, nameOf(caller), null);
    }

    /** A program that logs in as somebody of the demo district. */
    public static Http program(int port, String user) {
        return new Http(port, user, null);
    }

    /** A browser that is logged in to Tasklist, or one that only opened it if the caller is anonymous. */
    public static Http browser(int port, Caller caller) {
        return browserOf(port, nameOf(caller));
    }

    /** A browser in which somebody of the demo district is logged in to Tasklist. */
    public static Http browser(int port, String user) {
        return browserOf(port, user);
    }

    private static Http browserOf(int port, @Nullable String user) {
        Http browser = new Http(port, user, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
        browser.get("/camunda/app/tasklist/default/");
        if (user != null) {
            Answer login = browser.login("tasklist", Caller.PASSWORD);
            if (login.status() != 200) {
                throw new IllegalStateException("login refused: " + login);
            }
            browser.get("/camunda/app/tasklist/default/"); // the new session's token
        }
        return browser;
    }

    private static @Nullable String nameOf(Caller caller) {
        return caller == Caller.ANONYMOUS ? null : caller.user();
    }

    public Answer login(String app, String password) {
        String form = "username=" + user + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
        return send(withToken(request("/camunda/api/admin/auth/user/default/login/" + app)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer call(String method, String path, @Nullable String json) {
        return send(withToken(withoutToken(method, path, json)));
    }

    public Answer post(String path, String json) {
        return call("POST", path, json);
    }

    /** A request that can still be given headers. */
    public HttpRequest.Builder withoutToken(String method, String path, @Nullable String json) {
        HttpRequest.Builder request = request(path);
        return json == null
                ? request.method(method, BodyPublishers.noBody())
                : request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json));
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (cookies == null && user != null) {
            request.header("Authorization", basic(user, Caller.PASSWORD));
        }
        return request;
    }

    public static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest.Builder withToken(HttpRequest.Builder request) {
        token().ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    private Optional<String> token() {
        return cookies == null
                ? Optional.empty()
                : cookies.getCookieStore().getCookies().stream()
                        .filter(it -> it.getName().equals("XSRF-TOKEN"))
                        .map(HttpCookie::getValue)
                        .reduce((older, newer) -> newer);
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body());
            } catch (JsonProcessingException none) {
                throw new IllegalStateException(this.toString(), none);
            }
        }

        @Override
        public String toString() {
            return response.request().method() + " " + response.uri().getPath() + " → " + status() + " " + body();
        }
    }
}
