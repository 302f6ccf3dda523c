package dev.whistle.procedure.complaint;

import dev.whistle.casefile.ChineseTime;
import dev.whistle.casefile.ReadableCases;
import dev.whistle.organisation.Access;
import dev.whistle.organisation.Officer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The complaints about the compounds that a property company runs, counted and listed. */
@Component
public class CompanyComplaints {

    /** Not answered in time, whether that has been noted by a timer yet or not. */
    private static final String LATE = """
            case when exists (select 1 from whistle.case_clock k
                where k.case_no = c.case_no and k.kind = :answer
                  and (k.state = 'BREACHED' or (k.state = 'RUNNING' and k.due_at <= :now))) then 1 else 0 end""";

    private static final String OF_COMPANY = """
            from whistle.case_file c
            left join whistle.case_particular p on p.case_no = c.case_no and p.name = :matterKind
            where c.procedure = :complaint and c.company = :company
              and c.received_at >= :since and c.received_at < :until""";

    private final JdbcClient db;
    private final Access access;
    private final Clock clock;

    CompanyComplaints(JdbcClient db, Access access, Clock clock) {
        this.db = db;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Complaints that were received from one day to another, both among them.
     *
     * @param company id of the company's unit
     */
    public record Period(String company, LocalDate from, LocalDate to) {}

    /**
     * How many there are.
     *
     * @param late not answered in time
     * @param repeats noted as the repeat of another one
     * @param matterKinds the most frequent first
     * @param outcomes the most frequent first
     */
    public record Counts(long total, long late, long repeats, List<OfCode> matterKinds, List<OfCode> outcomes) {}

    /**
     * How many of one code.
     *
     * @param code null for those that nobody has put into a kind, or that are not closed
     * @param name what people read for a kind of matter; null for outcomes and where there is no code
     */
    public record OfCode(@Nullable String code, @Nullable String name, long count) {}

    /** A complaint, without anything about persons. */
    public record Listed(
            String caseNo,
            String title,
            @Nullable String matterKind,
            @Nullable String matterKindName,
            Instant receivedAt,
            @Nullable String outcome,
            boolean late) {}

    /** One page, the last received first. */
    public record Page(List<Listed> complaints, long total) {}

    /** All of the period, whoever may read them; one statement. */
    public Counts counts(Period period) {
        List<Group> groups = db.sql("""
                        select kind, max(kind_name) as kind_name, outcome, count(*) as total, sum(late) as late,
                               sum(repeat) as repeats
                        from (select p.code as kind, p.shown as kind_name, c.outcome, %s as late,
                                     case when exists (select 1 from whistle.case_link l
                                         where l.case_no = c.case_no and l.kind = 'REPEAT') then 1 else 0 end as repeat
                              %s) as each_one
                        group by kind, outcome""".formatted(LATE, OF_COMPANY))
                .params(values(period))
                .query(Group::of)
                .list();
        return new Counts(
                sum(groups, Group::total),
                sum(groups, Group::late),
                sum(groups, Group::repeats),
                by(groups, Group::kind, Group::kindName),
                by(groups, Group::outcome, it -> null));
    }

    /**
     * Those of them that the officer may read; two statements.
     *
     * @param page from 0
     */
    public Page list(Period period, Officer officer, int page, int size) {
        Collection<String> readable = access.readableUnits(officer);
        if (readable.isEmpty()) {
            return new Page(List.of(), 0);
        }
        Map<String, Object> values = values(period);
        values.put("readable", readable);
        String where = OF_COMPANY + " and " + ReadableCases.CAME_TO;
        long total = db.sql("select count(*) " + where)
                .params(values)
                .query(Long.class)
                .single();
        values.put("skip", (long) page * size);
        values.put("size", size);
        List<Listed> listed = db.sql("select c.case_no, c.title, c.received_at, c.outcome, p.code as kind,"
                        + " p.shown as kind_name, " + LATE + " as late " + where
                        + "\norder by c.received_at desc, c.case_no desc offset :skip rows fetch next :size rows only")
                .params(values)
                .query(CompanyComplaints::listed)
                .list();
        return new Page(listed, total);
    }

    private Map<String, Object> values(Period period) {
        Map<String, Object> values = new HashMap<>();
        values.put("company", period.company());
        values.put("complaint", ComplaintProcess.ID);
        values.put("matterKind", ComplaintFacts.MATTER_KIND);
        values.put("answer", ComplaintProcess.ANSWER_CLOCK);
        values.put("since", midnight(period.from()));
        values.put("until", midnight(period.to().plusDays(1)));
        values.put("now", OffsetDateTime.now(clock));
        return values;
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(ChineseTime.CHINA).toOffsetDateTime();
    }

    private static long sum(List<Group> groups, ToLongFunction<Group> what) {
        return groups.stream().mapToLong(what).sum();
    }

    private static List<OfCode> by(
            List<Group> groups, Function<Group, @Nullable String> code, Function<Group, @Nullable String> name) {
        Map<@Nullable String, OfCode> found = new LinkedHashMap<>();
        groups.forEach(it -> found.merge(
                code.apply(it),
                new OfCode(code.apply(it), name.apply(it), it.total()),
                (a, b) -> new OfCode(a.code(), a.name(), a.count() + b.count())));
        return found.values().stream()
                .sorted(Comparator.comparingLong(OfCode::count)
                        .reversed()
                        .thenComparing(it -> Objects.requireNonNullElse(it.code(), "")))
                .toList();
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        return new Listed(
                row.getString("case_no"),
                row.getString("title"),
                row.getString("kind"),
                row.getString("kind_name"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("outcome"),
                row.getInt("late") == 1);
    }

    private record Group(
            @Nullable String kind,
            @Nullable String kindName,
            @Nullable String outcome,
            long total,
            long late,
            long repeats) {

        static Group of(ResultSet row, int number) throws SQLException {
            return new Group(
                    row.getString("kind"),
                    row.getString("kind_name"),
                    row.getString("outcome"),
                    row.getLong("total"),
                    row.getLong("late"),
                    row.getLong("repeats"));
        }
    }
}
