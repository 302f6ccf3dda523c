package dev.whistle.casefile;

import dev.whistle.organisation.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/**
 * The page that opens an archive: read in any browser without a network, printed on A4. Every value is escaped, and the
 * page forbids itself scripts in case one slips through.
 *
 * <p>Codes are shown by the texts {@code case.procedure.*}, {@code case.source.*} and {@code case.outcome.*} where
 * {@code messages.properties} has them, else as they are.
 */
@Component
class ArchiveIndex {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>%s</title>
            <style>
            @page { size: A4; margin: 20mm 18mm; }
            body { max-width: 60rem; margin: 0 auto; padding: 2rem 1.5rem; color: #1c1c1c; background: #fff;
                   font: 15px/1.7 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; }
            header { border-bottom: 3px double #8a1c1c; margin-bottom: 1.5rem; padding-bottom: 1rem; text-align: center; }
            h1 { margin: 0; font-size: 1.9rem; letter-spacing: .5em; text-indent: .5em; color: #8a1c1c; }
            header p { margin: .3rem 0 0; }
            h2 { margin: 2rem 0 .6rem; font-size: 1.1rem; break-after: avoid; }
            table { width: 100%%; border-collapse: collapse; }
            th, td { padding: .4rem .6rem; border: 1px solid #b9b2a6; text-align: left; vertical-align: top;
                     overflow-wrap: anywhere; white-space: pre-line; }
            th { background: #f6f2ea; font-weight: 600; white-space: nowrap; }
            thead { display: table-header-group; }
            tr { break-inside: avoid; }
            .late { color: #b00020; font-weight: 600; }
            .sum { font: 12px/1.5 Consolas, Menlo, monospace; }
            a { color: #14507a; }
            footer { margin-top: 2rem; font-size: .85rem; color: #555; }
            @media print { body { padding: 0; } a { color: inherit; text-decoration: none; } }
            </style>
            </head>
            <body>
            <header><h1>案件卷宗</h1><p>%s</p><p>%s</p></header>
            %s
            <footer>本卷宗由系统在案件办结时自动生成。案件.json 为同一内容的数据文件；附件和文书可按所列 SHA-256 校验值核对是否被改动。</footer>
            </body>
            </html>
            """;

    private final Units units;
    private final MessageSource texts;
    private final Clock clock;

    ArchiveIndex(Units units, MessageSource texts, Clock clock) {
        this.units = units;
        this.texts = texts;
        this.clock = clock;
    }

    String of(CaseDossier dossier) {
        CaseFile cover = dossier.cover();
        String sections = Stream.of(
                        section("一、基本情况", cover(dossier)),
                        section("二、当事人", parties(dossier.parties())),
                        section("三、办理期限", clocks(dossier.clocks())),
                        section("四、经办时长", holdings(dossier)),
                        section("五、办理经过", timeline(dossier.timeline())),
                        section("六、附件材料", attachments(dossier.attachments())),
                        section("七、制发文书", letters(dossier.letters())),
                        section("八、消息告知", messages(dossier.messages())),
                        section("九、关联案件", links(dossier.links())))
                .collect(Collectors.joining("\n"));
        return PAGE.formatted(
                escaped(cover.caseNo() + " " + cover.title()),
                escaped(cover.caseNo()),
                escaped(cover.title()),
                sections);
    }

    private String cover(CaseDossier dossier) {
        CaseFile cover = dossier.cover();
        return "<table>"
                + Stream.concat(
                                Stream.of(
                                        fact("案件编号", cover.caseNo()),
                                        fact("办理程序", text("case.procedure", cover.procedure())),
                                        fact("事项", cover.title()),
                                        fact("详细情况", cover.details()),
                                        fact("来源", text("case.source", cover.source())),
                                        fact("外部编号", cover.externalNo()),
                                        fact("小区", dossier.compoundName()),
                                        fact("地点", cover.place()),
                                        fact("镇街", unit(cover.street())),
                                        fact("社区（村）", unit(cover.community())),
                                        fact("物业服务企业", unit(cover.company())),
                                        fact("受理单位", unit(cover.unit())),
                                        fact("收到时间", time(cover.receivedAt())),
                                        fact("立案时间", time(cover.openedAt())),
                                        fact("办结时间", time(dossier.closed())),
                                        fact("办理结果", text("case.outcome", cover.outcome())),
                                        fact("关联案件", cover.parentCase())),
                                dossier.particulars().stream().map(it -> fact(it.label(), it.shown())))
                        .collect(Collectors.joining("\n"))
                + "</table>";
    }

    private String parties(List<Parties.Party> parties) {
        return table(
                List.of("身份", "姓名", "电话", "地址"),
                parties.stream()
                        .map(it -> cell(role(it))
                                + cell(it.details().name())
                                + cell(it.details().phone())
                                + cell(it.details().address()))
                        .toList());
    }

    private static String role(Parties.Party party) {
        String role = PartyRole.labelOf(party.details().role());
        return party.mergedFrom() == null ? role : role + "\n并自 " + party.mergedFrom();
    }

    private String links(List<CaseLink> links) {
        return table(
                List.of("案件", "关系", "理由", "登记"),
                links.stream()
                        .map(it -> cell(it.caseNo())
                                + cell(it.relation().label())
                                + cell(it.reason())
                                + cell(time(it.linkedAt())))
                        .toList());
    }

    private String clocks(List<ArchivedClock> clocks) {
        return table(
                List.of("事项", "依据", "期限", "起算", "截止", "结果"),
                clocks.stream()
                        .map(it -> cell(it.name())
                                + cell(it.clause())
                                + cell(length(it))
                                + cell(time(it.anchorAt()))
                                + cell(due(it))
                                + result(it))
                        .toList());
    }

    private String holdings(CaseDossier dossier) {
        return table(
                List.of("单位", "环节", "起", "止", "时长"),
                dossier.holdings().stream()
                        .map(it -> cell(unit(it.unit()))
                                + cell(String.join("、", it.tasks()))
                                + cell(time(it.since()))
                                + cell(it.until() == null ? "经办中" : time(it.until()))
                                + cell(ChineseTime.of(it.length(dossier.closed()))))
                        .toList());
    }

    private String timeline(List<CaseEvent> timeline) {
        return table(
                List.of("时间", "经办", "事项", "内容", "依据"),
                timeline.stream()
                        .map(it -> cell(time(it.at()))
                                + cell(actor(it))
                                + cell(it.name())
                                + cell(entered(it.entered()))
                                + cell(it.clauses()))
                        .toList());
    }

    private String attachments(List<ArchivedFile> files) {
        return table(
                List.of("文件", "大小", "提交", "SHA-256"),
                files.stream()
                        .map(it -> link(it.path(), it.attachment().name())
                                + cell(size(it.attachment().size()))
                                + cell(it.attachment().uploadedBy() + "\n"
                                        + time(it.attachment().uploadedAt()))
                                + "<td class=\"sum\">" + escaped(it.attachment().sha256()) + "</td>")
                        .toList());
    }

    private String letters(List<ArchivedLetter> letters) {
        return table(
                List.of("文书", "文号", "签发", "送达", "签收", "SHA-256"),
                letters.stream()
                        .map(it -> link(it.path(), it.title())
                                + cell(it.number())
                                + cell(it.unit() + "\n" + it.signedBy() + "\n" + time(it.signedAt()))
                                + cell(served(it))
                                + cell(it.acknowledgedAt() == null ? null : time(it.acknowledgedAt()))
                                + "<td class=\"sum\">" + escaped(it.sha256()) + "</td>")
                        .toList());
    }

    private String messages(List<ArchivedMessage> messages) {
        return table(
                List.of("事项", "告知谁", "内容", "情况"),
                messages.stream()
                        .map(it -> cell(it.name() + "\n" + it.channel())
                                + cell(it.recipient())
                                + cell(it.text())
                                + cell(it.state() + "\n" + time(it.sentAt() == null ? it.madeAt() : it.sentAt())))
                        .toList());
    }

    private static @Nullable String served(ArchivedLetter letter) {
        LocalDate on = letter.servedOn();
        if (letter.withdrawn()) {
            return "已撤回，未送达";
        }
        return on == null ? null : letter.servedHow() + "\n" + DAY.format(on);
    }

    private static String link(String path, String name) {
        return "<td><a href=\"%s\">%s</a></td>".formatted(escaped(UriUtils.encodePath(path, "UTF-8")), escaped(name));
    }

    private String actor(CaseEvent line) {
        if (line.actor() == null) {
            return "系统";
        }
        String actor = line.standsInFor() == null ? line.actor() : line.actor() + "代" + line.standsInFor();
        String unit = unit(line.unit());
        return unit == null ? actor : unit + "\n" + actor;
    }

    private static String entered(List<Entry> entered) {
        return entered.stream()
                .map(it -> it.label() + "：" + Objects.requireNonNullElse(it.value(), "见“二、当事人”"))
                .collect(Collectors.joining("\n"));
    }

    private static String length(ArchivedClock clockLine) {
        String unit = unitOfTime(clockLine.unit());
        String budget = clockLine.budget() + unit;
        return clockLine.extended() == 0 ? budget : budget + "，延长" + clockLine.extended() + unit;
    }

    /** A period that ends with a day is written as offices do: that day, 24时. */
    private String due(ArchivedClock clockLine) {
        ZonedDateTime due = clockLine.dueAt().atZone(clock.getZone());
        String text =
                due.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY.format(due.minusDays(1)) + " 24时" : TIME.format(due);
        return clockLine.provisional() ? text + "（节假日安排公布前暂定）" : text;
    }

    private String result(ArchivedClock clockLine) {
        String label = switch (clockLine.state()) {
            case "MET" -> "按期";
            case "BREACHED" -> "逾期";
            case "CANCELLED" -> "取消";
            case "PAUSED" -> "暂停";
            default -> "未办结";
        };
        Instant ended = clockLine.endedAt();
        String text = escaped(ended == null ? label : label + "\n" + time(ended));
        return clockLine.state().equals("BREACHED") ? "<td class=\"late\">" + text + "</td>" : "<td>" + text + "</td>";
    }

    private static String unitOfTime(String unit) {
        return switch (unit) {
            case "WORKDAY" -> "个工作日";
            case "HOUR" -> "小时";
            default -> "日";
        };
    }

    private static String size(long bytes) {
        long kilobytes = Math.max(1, Math.round(bytes / 1024.0));
        return kilobytes < 1024 ? kilobytes + " KB" : "%.1f MB".formatted(bytes / 1024.0 / 1024.0);
    }

    private @Nullable String unit(@Nullable String id) {
        return id == null ? null : units.nameOf(id);
    }

    private String time(Instant instant) {
        return TIME.format(instant.atZone(clock.getZone()));
    }

    private @Nullable String text(String group, @Nullable String code) {
        return code == null ? null : texts.getMessage(group + "." + code, null, code, Locale.SIMPLIFIED_CHINESE);
    }

    private static String section(String heading, String content) {
        return "<section><h2>" + heading + "</h2>\n" + content + "</section>";
    }

    private static String fact(String label, @Nullable String value) {
        return value == null || value.isBlank() ? "" : "<tr><th>" + escaped(label) + "</th>" + cell(value) + "</tr>";
    }

    private static String table(List<String> headings, List<String> rows) {
        if (rows.isEmpty()) {
            return "<p>无</p>";
        }
        return "<table><thead><tr>"
                + headings.stream().map(it -> "<th>" + it + "</th>").collect(Collectors.joining())
                + "</tr></thead><tbody>\n"
                + rows.stream().map(it -> "<tr>" + it + "</tr>\n").collect(Collectors.joining())
                + "</tbody></table>";
    }

    private static String cell(@Nullable String value) {
        return "<td>" + (value == null ? "" : escaped(value)) + "</td>";
    }

    private static String escaped(String value) {
        return HtmlUtils.htmlEscape(value, "UTF-8");
    }
}
