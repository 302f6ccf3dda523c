package dev.whistle.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.whistle.casefile.CaseFact;
import dev.whistle.casefile.CaseFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/**
 * {@code messages.dmn} read whole, because every row of it is checked before the first message is written. Cells hold
 * plain text in quotes: a text that is computed could not be checked.
 */
final class MessageTable {

    private static final JsonMapper CELL = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();
    private static final List<String> INPUTS = List.of("event", "channel");
    private static final List<String> OUTPUTS = List.of("name", "subject", "text");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SUBJECT = 150;

    private final Map<Key, MessageText> rows = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final CaseFacts facts;

    private MessageTable(CaseFacts facts) {
        this.facts = facts;
    }

    private record Key(String event, Channel channel) {}

    /**
     * Reads the table.
     *
     * @throws BadMessagesException naming every row that cannot be used, and why
     */
    static MessageTable of(DmnModelInstance model, CaseFacts facts) {
        MessageTable table = new MessageTable(facts);
        Collection<DecisionTable> tables = model.getModelElementsByType(DecisionTable.class);
        if (tables.size() != 1) {
            throw new BadMessagesException(List.of("messages.dmn：应当只有一张决策表，现有 " + tables.size() + " 张"));
        }
        DecisionTable only = tables.iterator().next();
        List<String> inputs = only.getInputs().stream()
                .map(it -> it.getInputExpression().getText().getTextContent().strip())
                .toList();
        List<String> outputs =
                only.getOutputs().stream().map(it -> it.getName()).toList();
        if (!inputs.equals(INPUTS) || !outputs.equals(OUTPUTS)) {
            throw new BadMessagesException(
                    List.of("messages.dmn：各列应为 event、channel、name、subject、text，现为 " + inputs + " " + outputs));
        }
        int number = 0;
        for (Rule rule : only.getRules()) {
            number++;
            table.add("messages.dmn 第 " + number + " 行", rule);
        }
        table.require(Event.REQUIRED);
        if (!table.problems.isEmpty()) {
            throw new BadMessagesException(table.problems);
        }
        return table;
    }

    /** The row of this event and channel. */
    Optional<MessageText> find(String event, Channel channel) {
        return Optional.ofNullable(rows.get(new Key(event, channel)));
    }

    private void add(String where, Rule rule) {
        List<DmnElement> cells = new ArrayList<>(rule.getInputEntries());
        cells.addAll(rule.getOutputEntries());
        Map<String, String> row = new HashMap<>();
        List<String> columns = List.of("event", "channel", "name", "subject", "text");
        for (int i = 0; i < columns.size(); i++) {
            String text = text(cells.get(i).getTextContent().strip());
            if (text == null) {
                problems.add(where + "“" + columns.get(i) + "”列：应为英文双引号中的文字，现为 "
                        + cells.get(i).getTextContent().strip());
                return;
            }
            row.put(columns.get(i), text);
        }
        String named = where + "（" + row.get("event") + "）";
        Channel channel = Arrays.stream(Channel.values())
                .filter(it -> it.name().equals(row.get("channel")))
                .findFirst()
                .orElse(null);
        if (channel == null) {
            problems.add(named + "：没有渠道“" + row.get("channel") + "”，只能填 SMS 或 MAIL");
            return;
        }
        add(named, row, channel);
    }

    private void add(String where, Map<String, String> row, Channel channel) {
        String subject = row.getOrDefault("subject", "");
        MessageText text = new MessageText(
                row.getOrDefault("event", ""),
                channel,
                row.getOrDefault("name", ""),
                subject.isEmpty() ? null : subject,
                row.getOrDefault("text", ""));
        if (text.event().isBlank() || text.name().isBlank() || text.text().isBlank()) {
            problems.add(where + "：事件、名称和正文都不能为空");
        }
        if (text.name().length() > LONGEST_NAME || subject.length() > LONGEST_SUBJECT) {
            problems.add(where + "：名称不能超过 " + LONGEST_NAME + " 个字，标题不能超过 " + LONGEST_SUBJECT + " 个字");
        }
        if (channel == Channel.MAIL && text.subject() == null) {
            problems.add(where + "：邮件必须有标题");
        }
        text.placeholders().forEach(it -> check(where, text.event(), it));
        if (rows.putIfAbsent(new Key(text.event(), channel), text) != null) {
            problems.add(where + "：与前面的行重复，请删去一行");
        }
    }

    private void check(String where, String event, String placeholder) {
        if (Event.ownWords(event).contains(placeholder)) {
            return;
        }
        Optional<CaseFact> fact = facts.named(placeholder);
        if (fact.isEmpty()) {
            problems.add(where + "：没有“«" + placeholder + "»”这一项，请核对名称");
        } else if (fact.get().personal()) {
            problems.add(where + "：“«" + placeholder + "»”是个人信息，消息里不能使用");
        }
    }

    private void require(Map<String, Channel> events) {
        events.forEach((event, channel) -> {
            if (find(event, channel).isEmpty()) {
                problems.add("messages.dmn：缺少事件 " + event + "（" + channel + "）的行");
            }
        });
    }

    private static @Nullable String text(String cell) {
        if (cell.isEmpty()) {
            return "";
        }
        try {
            return cell.startsWith("\"") ? CELL.readValue(cell, String.class) : null;
        } catch (JsonProcessingException notPlain) {
            return null;
        }
    }

    /** Events of the table. */
    Set<String> events() {
        return rows.keySet().stream().map(Key::event).collect(Collectors.toSet());
    }
}
