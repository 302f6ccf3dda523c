package dev.whistle.notification;

import dev.whistle.engine.Staff;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells units of what belongs to no case, by mail to their officers or leads; however many units, by a handful of
 * statements.
 */
@Component
public class Circulars {

    private final Staff staff;
    private final Units units;
    private final MessageTexts texts;
    private final Carriers carriers;
    private final Outbox outbox;

    Circulars(Staff staff, Units units, MessageTexts texts, Carriers carriers, Outbox outbox) {
        this.staff = staff;
        this.units = units;
        this.texts = texts;
        this.carriers = carriers;
        this.outbox = outbox;
    }

    /**
     * Something that a unit is to be told.
     *
     * @param event a row of {@code messages.dmn} for mail whose name begins with {@code circular.}; its text may say
     *     «所属期间», «单位名称» and «情况清单»
     * @param unit id of the unit
     * @param period what it is about, e.g. a week, as officers read it
     * @param listed what there is to tell, in lines; nobody's personal data
     * @param occasion the same occasion is told once
     */
    public record Circular(String event, String unit, String period, String listed, String occasion) {}

    /** Writes them for the units' officers, in the running transaction; they are sent after it. */
    public void tell(List<Circular> circulars) {
        tell(circulars, unit -> Stream.of(unit.officers()));
    }

    /** The same for the units' leads; one whose leads are not on file has its officers told, better than nobody. */
    public void tellLeads(List<Circular> circulars) {
        tell(circulars, unit -> Stream.of(unit.leads(), unit.officers()));
    }

    /** @param groups of a unit; the first that has members is told */
    private void tell(List<Circular> circulars, Function<Unit, Stream<String>> groups) {
        if (circulars.isEmpty()) {
            return;
        }
        Map<String, List<String>> onFile = staff.byGroup();
        Function<Unit, List<String>> told = unit -> groups.apply(unit)
                .filter(onFile::containsKey)
                .map(onFile::get)
                .findFirst()
                .orElse(List.of());
        Reason closed = carriers.of(Channel.MAIL).isEmpty() ? Reason.CHANNEL_CLOSED : null;
        Map<String, String> mail = staff.mailOf(circulars.stream()
                .map(it -> told.apply(units.get(it.unit())))
                .flatMap(Collection::stream)
                .toList());
        outbox.add(circulars.stream()
                .flatMap(it -> {
                    Unit unit = units.get(it.unit());
                    MessageText text = texts.of(it.event(), Channel.MAIL)
                            .filled(name -> Objects.requireNonNull(Map.of(
                                            Event.PERIOD, it.period(),
                                            Event.UNIT, unit.name(),
                                            Event.LISTED, it.listed())
                                    .get(name)));
                    List<String> members = told.apply(unit);
                    return members.isEmpty()
                            ? Stream.of(draft(it, text, Recipient.group(unit.officers()), Reason.NOBODY))
                            : members.stream()
                                    .map(user -> draft(
                                            it,
                                            text,
                                            Recipient.user(user),
                                            mail.containsKey(user) ? closed : Reason.NO_MAIL));
                })
                .toList());
    }

    private static Draft draft(Circular circular, MessageText text, Recipient recipient, @Nullable Reason notSent) {
        return new Draft(
                null,
                text.event(),
                text.name(),
                Channel.MAIL,
                recipient,
                circular.occasion(),
                text.subject(),
                text.text(),
                notSent);
    }
}
