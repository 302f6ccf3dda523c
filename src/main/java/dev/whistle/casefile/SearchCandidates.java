package dev.whistle.casefile;

import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases that a search may mean, the newest first, by an index for each kind of question and whoever asks. */
@Component
class SearchCandidates {

    /** A term with fewer cases is rare whatever their age. */
    private static final int RARE = 100;

    private static final String PLACE = "search";

    private static final String BY_PHONE = """
            select c.case_no, c.opened_at from whistle.case_file c
            where c.case_no in (select p.case_no from whistle.party p where p.phone_hash = :hash)
                and c.opened_at <= :at and (c.opened_at < :at or c.case_no < :no)
            order by c.opened_at desc, c.case_no desc fetch first :most rows only""";

    private static final String BY_NUMBER = """
            select case_no, opened_at from whistle.case_file
            where case_no between :first and :last and case_no < :no
            order by case_no desc fetch first :most rows only""";

    private static final String BY_TERM = """
            select case_no, opened_at from whistle.case_term
            where term = :term and opened_at <= :at and (opened_at < :at or case_no < :no)
            order by opened_at desc, case_no desc fetch first :most rows only""";

    /** The newest cases of a term: how many there are, and how far back they go. */
    private static final String NEWEST = """
            select cast(:term%1$d as varchar(80)) as term, count(*) as cases, min(n.opened_at) as since
            from (select opened_at from whistle.case_term where term = :term%1$d
                  order by opened_at desc, case_no desc fetch first :rare rows only) n""";

    private final JdbcClient db;
    private final MatchHash hash;
    private final Sealing sealing;
    private final Clock clock;

    SearchCandidates(JdbcClient db, MatchHash hash, Sealing sealing, Clock clock) {
        this.db = db;
        this.hash = hash;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** A case that may be meant. */
    record Candidate(String caseNo, Instant openedAt) {

        /** Before all there are: where the first page begins. */
        static final Candidate NONE = new Candidate("~", Instant.parse("9999-01-01T00:00:00Z"));
    }

    /** Candidates one portion after the other. */
    interface Reading {

        /** The next so many; fewer mean that there are no more. */
        List<Candidate> next(int most);
    }

    /** @param after the bookmark at which to go on; null from the newest on */
    Reading of(SearchQuery query, @Nullable String after) {
        Candidate from = after == null ? Candidate.NONE : opened(after);
        if (query instanceof SearchQuery.OfPhone phone) {
            return new Portions(BY_PHONE, Map.of("hash", hash.phone(phone.phone())), from);
        }
        if (query instanceof SearchQuery.OfNumber number) {
            return new Portions(BY_NUMBER, Map.of("first", number.first(), "last", number.last()), from);
        }
        return rarest((SearchQuery.OfWords) query)
                .<Reading>map(term -> new Portions(BY_TERM, Map.of("term", term), from))
                .orElse(most -> List.of());
    }

    /** Sealed: the last case that was looked at may be one that the asker may not know of. */
    String bookmark(Candidate last) {
        SealedText sealed = sealing.seal(PLACE, last.openedAt() + " " + last.caseNo());
        return sealed.keyId() + "." + sealed.content();
    }

    private Candidate opened(String bookmark) {
        try {
            int dot = bookmark.indexOf('.');
            String[] parts = sealing.open(
                            PLACE, new SealedText(bookmark.substring(0, dot), bookmark.substring(dot + 1)))
                    .split(" ");
            return new Candidate(parts[1], Instant.parse(parts[0]));
        } catch (RuntimeException tampered) {
            throw Problem.invalid(new FieldError("after", "search.after"));
        }
    }

    /**
     * What to look the words up by: the number of another system, if it is one, or the pair that the fewest cases have,
     * which is the one whose newest hundred go back the furthest. Empty where a pair is in no case.
     */
    private Optional<String> rarest(SearchQuery.OfWords words) {
        List<String> terms = new ArrayList<>(words.pairs());
        terms.add(words.whole());
        Map<String, Object> values = new HashMap<>();
        IntStream.range(0, terms.size()).forEach(i -> values.put("term" + i, terms.get(i)));
        values.put("rare", RARE);
        Map<String, Newest> newest = db
                .sql(IntStream.range(0, terms.size())
                        .mapToObj(NEWEST::formatted)
                        .collect(Collectors.joining("\nunion all\n")))
                .params(values)
                .query(SearchCandidates::newest)
                .list()
                .stream()
                .collect(Collectors.toMap(Newest::term, it -> it));
        if (find(newest, words.whole()).cases() > 0) {
            return Optional.of(words.whole());
        }
        return words.pairs().stream()
                .map(it -> find(newest, it))
                .min(Newest.RAREST)
                .filter(it -> it.cases() > 0)
                .map(Newest::term);
    }

    private static Newest find(Map<String, Newest> newest, String term) {
        return newest.getOrDefault(term, new Newest(term, 0, null));
    }

    private record Newest(String term, int cases, @Nullable OffsetDateTime since) {

        static final Comparator<Newest> RAREST = Comparator.comparingInt(Newest::cases)
                .thenComparing(Newest::since, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    private static Newest newest(ResultSet row, int number) throws SQLException {
        return new Newest(row.getString("term"), row.getInt("cases"), row.getObject("since", OffsetDateTime.class));
    }

    private final class Portions implements Reading {

        private final String sql;
        private final Map<String, Object> values;
        private Candidate last;

        Portions(String sql, Map<String, Object> values, Candidate from) {
            this.sql = sql;
            this.values = values;
            this.last = from;
        }

        @Override
        public List<Candidate> next(int most) {
            List<Candidate> found = db.sql(sql)
                    .params(values)
                    .param("at", last.openedAt().atZone(clock.getZone()).toOffsetDateTime())
                    .param("no", last.caseNo())
                    .param("most", most)
                    .query((row, n) -> new Candidate(
                            row.getString("case_no"),
                            row.getObject("opened_at", OffsetDateTime.class).toInstant()))
                    .list();
            if (!found.isEmpty()) {
                last = found.get(found.size() - 1);
            }
            return found;
        }
    }
}
