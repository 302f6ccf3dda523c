package dev.whistle.clock;

import dev.whistle.casefile.Entry;
import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.Timeline;
import dev.whistle.clock.ClockEvent.Kind;
import dev.whistle.problem.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells on a case's timeline what happened to its clocks, as officers say it. */
@Component
class ClockLines {

    private final Timeline timeline;

    ClockLines(Timeline timeline) {
        this.timeline = timeline;
    }

    /** One line; that a clock was started or its duty done is told by the step that did it. */
    void tell(CaseClock clock, ClockEvent event) {
        if (event.kind() != Kind.ARMED && event.kind() != Kind.MET) {
            timeline.record(
                    clock.caseNo(), EventKind.CLOCK, null, line(clock, event), clock.clause(), entries(event.why()));
        }
    }

    private static String line(CaseClock clock, ClockEvent event) {
        return Texts.text(
                Locale.SIMPLIFIED_CHINESE,
                "clock.line." + event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                clock.name(),
                clock.lastDay(),
                event.added() == null ? "" : event.added() + unit(clock.unit()),
                effect(clock.effect()));
    }

    private static List<Entry> entries(@Nullable Why why) {
        List<Entry> entries = new ArrayList<>();
        if (why != null && why.reason() != null) {
            entries.add(Entry.of("reason", text("clock.reason"), why.reason()));
        }
        if (why != null && why.basis() != null) {
            entries.add(Entry.of("basis", text("clock.basis"), why.basis()));
        }
        return entries;
    }

    private static String effect(Effect effect) {
        return text("clock.effect." + effect.name().toLowerCase(Locale.ROOT));
    }

    static String unit(TimeUnit unit) {
        return text("clock.unit." + unit.name().toLowerCase(Locale.ROOT));
    }

    private static String text(String key) {
        return Texts.text(Locale.SIMPLIFIED_CHINESE, key);
    }
}
