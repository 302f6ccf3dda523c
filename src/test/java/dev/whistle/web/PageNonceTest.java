package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.testing.OnH2;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Scripts of a page run by a mark that its header and its text must both have. */
@OnH2
class PageNonceTest {

    private static final int AT_ONCE = 200;
    private static final Pattern IN_HEADER = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern IN_TEXT = Pattern.compile("nonce=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    /** Pages asked for by many at the same time used to get each other's, and stayed blank. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist/default/", "cockpit/default/", "admin/default/", "welcome/default/"})
    void eachPageHasOneOfItsOwn(String page) {
        HttpClient browser = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/camunda/app/%s".formatted(port, page)))
                .build();
        List<HttpResponse<String>> pages =
                IntStream.range(0, AT_ONCE)
                        .mapToObj(it -> browser.sendAsync(request, BodyHandlers.ofString()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(pages).allSatisfy(it -> {
            assertThat(it.statusCode()).isEqualTo(200);
            List<String> inText = all(IN_TEXT, it.body());
            assertThat(inText).isNotEmpty();
            assertThat(all(
                            IN_HEADER,
                            it.headers().firstValue("Content-Security-Policy").orElse("")))
                    .hasSize(1)
                    .containsAll(inText);
        });
        assertThat(pages.stream().flatMap(it -> all(IN_TEXT, it.body()).stream().distinct()))
                .doesNotHaveDuplicates();
    }

    private static List<String> all(Pattern mark, String text) {
        return mark.matcher(text).results().map((MatchResult it) -> it.group(1)).toList();
    }
}
