package dev.whistle.notification;

import dev.whistle.casefile.ChineseTime;
import dev.whistle.engine.DueTasks;
import dev.whistle.engine.DueTasks.DueTask;
import dev.whistle.engine.Staff;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * What each officer has to do soon. Written for all officers by a handful of statements, however many there are. Where
 * mail is closed nothing is written: a list of today's tasks is of no use to anybody later.
 */
@Component
class Digest {

    private final DueTasks tasks;
    private final Staff staff;
    private final MessageTexts texts;
    private final Carriers carriers;
    private final Outbox outbox;
    private final int daysAhead;
    private final Clock clock;

    Digest(
            DueTasks tasks,
            Staff staff,
            MessageTexts texts,
            Carriers carriers,
            Outbox outbox,
            NotificationSettings settings,
            Clock clock) {
        this.tasks = tasks;
        this.staff = staff;
        this.texts = texts;
        this.carriers = carriers;
        this.outbox = outbox;
        this.daysAhead = settings.digest().daysAhead();
        this.clock = clock;
    }

    /** Puts today's digests into the outbox, as far as they are not there yet. */
    void write() {
        if (carriers.of(Channel.MAIL).isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        // Half-open: what is due at midnight has the day before as its last.
        Instant end =
                today.plusDays(daysAhead + 1L).atStartOfDay(clock.getZone()).toInstant();
        Map<String, List<DueTask>> byUser = tasks.until(end);
        Map<String, String> mail = staff.mailOf(byUser.keySet());
        if (mail.isEmpty()) {
            return;
        }
        MessageText text = texts.of(Event.DIGEST, Channel.MAIL);
        outbox.add(byUser.entrySet().stream()
                .filter(it -> mail.containsKey(it.getKey()))
                .map(it -> draft(it.getKey(), text.filled(words(it.getValue(), today)::get), today))
                .toList());
    }

    private static Draft draft(String user, MessageText text, LocalDate today) {
        return new Draft(
                null,
                text.event(),
                text.name(),
                Channel.MAIL,
                Recipient.user(user),
                today.toString(),
                text.subject(),
                text.text(),
                null);
    }

    private Map<String, String> words(List<DueTask> due, LocalDate today) {
        List<Heading> headings = List.of(
                new Heading("已逾期", pick(due, today, Integer.MIN_VALUE, -1)),
                new Heading("今日到期", pick(due, today, 0, 0)),
                new Heading(daysAhead + "日内到期", pick(due, today, 1, daysAhead)));
        return Map.of(
                Event.TODAY,
                ChineseTime.of(today),
                Event.TASKS_SHORT,
                headings.stream()
                        .filter(it -> !it.tasks().isEmpty())
                        .map(it -> it.name() + " " + it.tasks().size() + " 项")
                        .collect(Collectors.joining("，")),
                Event.TASKS,
                headings.stream()
                        .filter(it -> !it.tasks().isEmpty())
                        .map(it -> it.listed(this::lastDay))
                        .collect(Collectors.joining("\n\n")));
    }

    /** Tasks of one urgency. */
    private record Heading(String name, List<DueTask> tasks) {

        String listed(Function<DueTask, LocalDate> lastDay) {
            List<String> lines = new ArrayList<>(List.of("【" + name + "】"));
            IntStream.range(0, tasks.size())
                    .mapToObj(i -> (i + 1) + ". " + tasks.get(i).caseNo() + "　"
                            + tasks.get(i).name() + "（最后一日" + ChineseTime.of(lastDay.apply(tasks.get(i))) + "）")
                    .forEach(lines::add);
            return String.join("\n", lines);
        }
    }

    /** Those whose last day is so many days from today, negative for what is overdue. */
    private List<DueTask> pick(List<DueTask> due, LocalDate today, int from, int to) {
        return due.stream()
                .filter(it -> {
                    long days = days(it, today);
                    return days >= from && days <= to;
                })
                .toList();
    }

    /** A limit in hours may run out today and be overdue already. */
    private long days(DueTask task, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, lastDay(task));
        return days == 0 && !clock.instant().isBefore(task.dueAt()) ? -1 : days;
    }

    private LocalDate lastDay(DueTask task) {
        return task.dueAt().minusNanos(1).atZone(clock.getZone()).toLocalDate();
    }
}
