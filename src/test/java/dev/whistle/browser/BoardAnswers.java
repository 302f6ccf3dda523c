package dev.whistle.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What the board's routes answer to one page: the figures of a busy district, which no test could bring about by cases of its
 * own in a reasonable time. What was asked is noted.
 */
final class BoardAnswers {

    private static final String BUSY = file("board.json");

    private final Page page;
    private final List<String> asked = new ArrayList<>();

    private BoardAnswers(Page page) {
        this.page = page;
    }

    /** Every board that this page asks for from now on is a busy one. */
    static BoardAnswers busy(Page page) {
        BoardAnswers answers = new BoardAnswers(page);
        answers.answer("board\\?.*", 200, BUSY);
        return answers;
    }

    /** Behind every figure stands this one case. */
    BoardAnswers behindThem(String caseNo) {
        answer("board/cases.*", 200, json(Map.of("cases", List.of(row(caseNo)), "page", 0, "size", 50, "total", 1)));
        return this;
    }

    BoardAnswers activity(String element, int open, int overdue) {
        answer(
                "board/activities.*",
                200,
                json(List.of(
                        Map.of("element", element, "open", open, "overdue", overdue),
                        // as in an older model
                        Map.of("element", "userTask_goneLongSince", "open", 1, "overdue", 0))));
        return this;
    }

    /** What the page asked the board's routes, the latest last: path and query behind {@code /api/}. */
    List<String> asked() {
        return asked;
    }

    /** Waits until this is what was asked last. */
    void awaits(String question) {
        page.waitForCondition(
                () -> !asked.isEmpty() && asked.get(asked.size() - 1).equals(question));
    }

    private void answer(String path, int status, String body) {
        page.route(Pattern.compile(".*/api/" + path), route -> {
            asked.add(route.request().url().replaceFirst(".*/api/", ""));
            route.fulfill(new FulfillOptions()
                    .setStatus(status)
                    .setContentType("application/json")
                    .setBody(body));
        });
    }

    private static Map<String, Object> row(String caseNo) {
        return Map.of(
                "caseNo", caseNo,
                "title", "楼道渗水",
                "procedureName", "投诉接访处理",
                "compoundName", "桂汀兰庭",
                "streetName", "湾里街道",
                "holders", List.of("湾里街道", "区城管局"),
                "receivedAt", "2026-11-02T09:00:00+08:00",
                "dueAt", "2026-11-18T00:00:00+08:00",
                "state", "open",
                "stateName", "办理中");
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String file(String name) {
        try (InputStream file = Objects.requireNonNull(BoardAnswers.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
