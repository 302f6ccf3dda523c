package dev.whistle.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;

/** Goes through all figures of somebody's board, and through the list behind each. */
public final class EveryFigure {

    private static final String PATROLS = "patrols-";

    private final Http caller;
    private final String query;
    private final JsonNode board;
    private final Map<String, Long> figures = new LinkedHashMap<>();
    private final Map<String, List<JsonNode>> weeks = new HashMap<>();

    /** @param query what the board is asked for, e.g. {@code from=2026-02&to=2026-02}; may be empty */
    public EveryFigure(Http caller, String query) {
        this.caller = caller;
        this.query = query;
        this.board = read("/api/board?" + query);
        open();
        onTime();
        sanctions();
        complaints();
        patrols();
        for (JsonNode held : board.path("held")) {
            add("referrals&of=" + held.path("id").asText(), held.path("referrals"));
            add("referrals-now&of=" + held.path("id").asText(), held.path("now"));
        }
    }

    /** The board as it was read. */
    public JsonNode board() {
        return board;
    }

    /** Every figure by what its list is asked for, e.g. {@code overdue&of=dept-fire}. */
    public Map<String, Long> figures() {
        return figures;
    }

    /** Each list has as many lines as the figure says; fails naming all that have not. */
    public EveryFigure equalsItsList() {
        assertThat(differences()).as("figures, and what their lists have").isEmpty();
        assertThat(board.path("interim").path("total").asInt())
                .isEqualTo(read("/api/board/compounds?" + query).size());
        assertThat(board.path("patrols").path("units")).hasSameSizeAs(read("/api/board/patrols?" + query));
        return this;
    }

    /** Figures whose lists have more lines (as many) or fewer (less than nothing). */
    public Map<String, Long> differences() {
        Map<String, Long> differences = new LinkedHashMap<>();
        figures.forEach((figure, count) ->
                differences.put(figure, (figure.startsWith(PATROLS) ? sum(figure) : total(figure)) - count));
        differences.values().removeIf(it -> it == 0);
        return differences;
    }

    /** A figure of patrols does not count weeks but what stands in them. */
    private long sum(String figure) {
        String[] asked = figure.split("&", 2);
        String counted = asked[0].substring(PATROLS.length());
        String list = "/api/board/patrols/weeks?size=200&%s&lacking=%s&%s"
                .formatted(query, counted.equals("short"), asked.length > 1 ? asked[1] : "");
        List<JsonNode> pages = weeks.computeIfAbsent(list, this::pages);
        long sum = pages.stream()
                .flatMap(it -> StreamSupport.stream(it.path("weeks").spliterator(), false))
                .mapToLong(it -> counted.equals("done")
                        ? Math.min(it.path("done").asLong(), it.path("minimum").asLong())
                        : it.path(counted).asLong())
                .sum();
        assertThat(pages.get(0).path(counted).asLong())
                .as("what the list says of all: " + list)
                .isEqualTo(sum);
        return sum;
    }

    private List<JsonNode> pages(String list) {
        List<JsonNode> pages = new ArrayList<>(List.of(read(list)));
        for (long rows = 200; rows < pages.get(0).path("total").asLong(); rows += 200) {
            pages.add(read(list + "&page=" + pages.size()));
        }
        return pages;
    }

    private long total(String figure) {
        return read("/api/board/cases?size=1&" + query + "&figure=" + figure)
                .path("total")
                .asLong();
    }

    private void open() {
        JsonNode open = board.path("open");
        BiConsumer<String, JsonNode> three = (of, row) -> {
            add("open" + of, row.path("open"));
            add("due-soon" + of, row.path("dueSoon"));
            add("overdue" + of, row.path("overdue"));
        };
        three.accept("", open);
        open.path("procedures")
                .forEach(it -> three.accept("&item=" + it.path("code").asText(), it));
        open.path("units").forEach(it -> three.accept("&of=" + it.path("id").asText(), it));
        open.path("streets").forEach(it -> {
            add("street-open&of=" + it.path("id").asText(), it.path("open"));
            add("street-overdue&of=" + it.path("id").asText(), it.path("overdue"));
        });
    }

    private void onTime() {
        JsonNode onTime = board.path("onTime");
        add("met", onTime.path("met"));
        add("breached", onTime.path("breached"));
        for (String which : new String[] {"streets", "departments"}) {
            for (JsonNode rate : onTime.path(which)) {
                String of = "&of=" + rate.path("id").asText();
                add("met" + of, rate.path("met"));
                add("breached" + of, rate.path("breached"));
                for (JsonNode month : rate.path("trend")) {
                    if (month.path("met").asLong() + month.path("breached").asLong() > 0) {
                        String item = of + "&item=" + month.path("month").asText();
                        add("met" + item, month.path("met"));
                        add("breached" + item, month.path("breached"));
                    }
                }
            }
        }
    }

    private void sanctions() {
        for (JsonNode unit : board.path("sanctions").path("units")) {
            String of = "sanction&of=" + unit.path("id").asText();
            add(of, unit.path("total"));
            unit.path("counts")
                    .forEach(it -> add(of + "&item=" + it.path("code").asText(), it.path("count")));
        }
    }

    private void complaints() {
        JsonNode complaints = board.path("complaints");
        if (complaints.isNull()) {
            return;
        }
        add("complaints", complaints.path("total"));
        add("repeats", complaints.path("repeats"));
        counts("matter", complaints.path("matters"));
        counts("channel", complaints.path("channels"));
        counts("satisfaction", complaints.path("satisfaction"));
        for (JsonNode compound : complaints.path("compounds")) {
            add("complaints&of=" + compound.path("id").asText(), compound.path("count"));
            add("repeats&of=" + compound.path("id").asText(), compound.path("repeats"));
        }
    }

    private void patrols() {
        JsonNode patrols = board.path("patrols");
        for (String counted : new String[] {"minimum", "done", "short"}) {
            if (!patrols.isNull()) {
                add(PATROLS + counted, patrols.path(counted));
            }
            for (JsonNode unit : patrols.path("units")) {
                add(PATROLS + counted + "&of=" + unit.path("id").asText(), unit.path(counted));
            }
        }
    }

    private void counts(String figure, JsonNode counts) {
        counts.forEach(it -> add(
                figure + "&item=" + URLEncoder.encode(it.path("code").asText(), StandardCharsets.UTF_8),
                it.path("count")));
    }

    private void add(String figure, JsonNode count) {
        assertThat(count.isNumber()).as(figure + ": " + count).isTrue();
        figures.put(figure, count.asLong());
    }

    private JsonNode read(String path) {
        Answer answer = caller.get(path);
        assertThat(answer.status()).as(path + ": " + answer).isEqualTo(200);
        return answer.json();
    }
}
