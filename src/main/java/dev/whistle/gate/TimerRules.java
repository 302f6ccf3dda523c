package dev.whistle.gate;

import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Periods are counted by the ledger, so timers take their times from it. What a model may say by itself is a time of
 * the day at which something happens again and again.
 */
@Component
class TimerRules implements ModelRule {

    private static final Pattern LEDGER = Pattern.compile("[$#]\\{\\s*clocks\\.rungs\\(.*\\)\\s*}");
    /** Seconds, minutes and hours written out, then day, month and weekday: at most once a day. */
    private static final Pattern TIME_OF_DAY = Pattern.compile("\\d{1,2} \\d{1,2} \\d{1,2} \\S+ \\S+ \\S+( \\S+)?");

    @Override
    public void check(Model model, Report.About report) {
        model.all(TimerEventDefinition.class).forEach(timer -> {
            String cycle = text(timer.getTimeCycle());
            if (!LEDGER.matcher(cycle).matches() && !TIME_OF_DAY.matcher(cycle).matches()) {
                String written = cycle + text(timer.getTimeDuration()) + text(timer.getTimeDate());
                report.element(idOfEvent(timer), "timer", written);
            }
        });
    }

    private static String idOfEvent(TimerEventDefinition timer) {
        ModelElementInstance event = timer.getParentElement();
        return event == null ? timer.getId() : String.valueOf(event.getAttributeValue("id"));
    }

    private static String text(@Nullable ModelElementInstance time) {
        return time == null ? "" : time.getTextContent().strip();
    }
}
