package dev.whistle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads pages and notes what is not Chinese. */
final class Reader {

    private static final String WORDS_ON_PAGE = script("words-on-page.js");

    private final Window window;
    private final Words words;
    /** By text: one is told once, however many pages have it. */
    private final Map<String, String> found = new LinkedHashMap<>();

    Reader(Window window, Words words) {
        this.window = window;
        this.words = words;
    }

    Page page() {
        return window.page();
    }

    /** Goes to a page of an application, e.g. {@code admin/default/#/users}, and reads it. */
    void reads(String address) {
        // The applications do not look at every change behind the #; so nothing is left of the page before.
        page().navigate("about:blank");
        page().navigate("/camunda/app/" + address);
        readsWhatIsThere(address);
    }

    /** Clicks on something and reads what opens. */
    void clicks(String selector, String place) {
        page().locator(selector).first().click();
        readsWhatIsThere(place);
    }

    void readsWhatIsThere(String place) {
        window.settles();
        List<?> read = (List<?>) page().evaluate(WORDS_ON_PAGE);
        assertThat(read).as("words on " + place).hasSizeGreaterThan(1);
        for (Object each : read) {
            List<?> word = (List<?>) each;
            List<String> foreign = words.foreign(word.get(1).toString());
            if (!foreign.isEmpty()) {
                found.putIfAbsent(
                        word.get(1).toString(),
                        "%s | %s | %s ← %s".formatted(place, word.get(0), word.get(1), foreign));
            }
        }
    }

    void assertChinese() {
        assertThat(found.values())
                .as("page | element | text ← what is not Chinese in it")
                .isEmpty();
    }

    private static String script(String name) {
        try (InputStream file = Objects.requireNonNull(Reader.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
