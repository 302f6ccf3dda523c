package dev.whistle.casefile;

import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cases written straight into the table, for tests of what hangs on a case. */
final class CaseRows {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final OffsetDateTime OPENED = OffsetDateTime.parse("2026-03-02T09:30:00+08:00");
    private static final OffsetDateTime CLOSED = OffsetDateTime.parse("2026-03-10T16:05:00+08:00");

    private CaseRows() {}

    /** An open case; returns its number. */
    static String open(JdbcTemplate jdbc) {
        return open(jdbc, "夜间施工噪声扰民");
    }

    static String open(JdbcTemplate jdbc, String title) {
        int number = NUMBERS.incrementAndGet();
        String caseNo = "ZT-2026-%06d".formatted(number);
        jdbc.update("""
                insert into whistle.case_file (case_no, procedure, title, details, source, place, unit, received_at, opened_at,
                    tracking)
                values (?, 'complaint', ?, '夜里十一点后仍在施工', 'phone', '湾里花园南门', 'street-wanli', ?, ?, ?)""", caseNo, title, OPENED.plusMinutes(number), OPENED.plusMinutes(number), caseNo.substring(3));
        return caseNo;
    }

    static void close(JdbcTemplate jdbc, String caseNo) {
        jdbc.update(
                "update whistle.case_file set closed_at = ?, outcome = 'answered-in-time' where case_no = ?",
                CLOSED,
                caseNo);
    }
}
