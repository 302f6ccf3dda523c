package dev.whistle.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every entry of the registers as it was written, with who wrote it, when and where from. Only added to. */
@Component
public class RegisterLog {

    /** As long as the column is. */
    private static final int LONGEST_SOURCE = 100;

    private final JdbcClient db;
    private final ObjectMapper json;
    private final CurrentOfficer current;
    private final Clock clock;

    RegisterLog(JdbcClient db, ObjectMapper json, CurrentOfficer current, Clock clock) {
        this.db = db;
        this.json = json;
        this.current = current;
        this.clock = clock;
    }

    /**
     * An entry as it was written once.
     *
     * @param changes what was said of it, by the register's columns
     */
    public record Written(
            RegisterKind kind, OffsetDateTime at, @Nullable String officer, String source, List<Change> changes) {}

    /** @param before empty for what was not there */
    public record Change(String column, String before, String after) {}

    /**
     * Writes down what an entry says now.
     *
     * @param about id of the company, compound or street that it is about
     * @param content what it says by the titles of the register's columns; never a phone number
     * @param source where it comes from, for people: a file's name, a case's number
     */
    public void write(RegisterKind kind, String about, Map<String, String> content, String source) {
        db.sql(
                        "insert into whistle.register_log (register, entry, content, source, officer, at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        kind.code(),
                        about,
                        written(content),
                        source.length() > LONGEST_SOURCE ? source.substring(0, LONGEST_SOURCE) : source,
                        current.get().map(Officer::user).orElse(null),
                        OffsetDateTime.now(clock))
                .update();
    }

    /** What was written about a company, compound or street, the newest first, each with what it changed. */
    public List<Written> about(String id) {
        Map<String, Map<String, String>> last = new HashMap<>();
        List<Written> history = new ArrayList<>();
        db.sql("select * from whistle.register_log where entry = ? order by id")
                .param(id)
                .query((row, n) -> {
                    RegisterKind kind =
                            RegisterKind.ofCode(row.getString("register")).orElseThrow();
                    Map<String, String> content = read(row.getString("content"));
                    Map<String, String> before = last.put(kind + content.getOrDefault(kind.key(), ""), content);
                    return new Written(
                            kind,
                            row.getObject("at", OffsetDateTime.class),
                            row.getString("officer"),
                            row.getString("source"),
                            changes(before == null ? Map.of() : before, content));
                })
                .list()
                .forEach(it -> history.add(0, it));
        return history;
    }

    private static List<Change> changes(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .map(it -> new Change(it.getKey(), before.getOrDefault(it.getKey(), ""), it.getValue()))
                .filter(it -> !Objects.equals(it.before(), it.after()))
                .toList();
    }

    private String written(Map<String, String> content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts are no JSON");
        }
    }

    private Map<String, String> read(String content) {
        try {
            return json.readValue(content, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an entry of the log is no JSON");
        }
    }
}
