package dev.whistle.notification;

import dev.whistle.casefile.CaseFact;
import dev.whistle.casefile.CaseFacts;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Holding;
import dev.whistle.casefile.Holdings;
import dev.whistle.casefile.Parties;
import dev.whistle.clock.CaseClock;
import dev.whistle.clock.ClockKey;
import dev.whistle.clock.Clocks;
import dev.whistle.engine.Staff;
import dev.whistle.engine.Staff.Member;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells somebody of an event of a case: finds out who that is, renders the text and puts it into the outbox. */
@Component
class Notices {

    private static final String OFFICERS = "officers";
    private static final String LEADS = "leads";
    private static final String HOLDERS = "holders";
    private static final String HOLDERS_LEADS = "holders-leads";
    private static final Set<String> COLLEAGUES = Set.of(OFFICERS, LEADS, HOLDERS, HOLDERS_LEADS);

    /** Said for a fact that the case does not have. */
    private static final String NONE = "（未登记）";

    private final Cases cases;
    private final CaseFacts facts;
    private final Parties parties;
    private final Clocks clocks;
    private final Holdings holdings;
    private final Units units;
    private final Staff staff;
    private final MessageTexts texts;
    private final Carriers carriers;
    private final Outbox outbox;
    private final Clock clock;

    Notices(
            Cases cases,
            CaseFacts facts,
            Parties parties,
            Clocks clocks,
            Holdings holdings,
            Units units,
            Staff staff,
            MessageTexts texts,
            Carriers carriers,
            Outbox outbox,
            Clock clock) {
        this.cases = cases;
        this.facts = facts;
        this.parties = parties;
        this.clocks = clocks;
        this.holdings = holdings;
        this.units = units;
        this.staff = staff;
        this.texts = texts;
        this.carriers = carriers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Something of a case that somebody is to be told.
     *
     * @param event a row of {@code messages.dmn}
     * @param to {@code officers} or {@code leads} of a unit, {@code holders} or {@code holders-leads} for the units
     *     that hold the case now, or the part a person plays in the case
     * @param unit id of the unit; null for the one that took the case up first
     * @param aboutClock the clock it is about, or null
     * @param occasion tells it from the same event at another time; null for the usual
     */
    record Notice(
            String caseNo,
            String event,
            String to,
            @Nullable String unit,
            @Nullable ClockKey aboutClock,
            @Nullable String occasion) {}

    /**
     * Tells it. The same occasion is told once. Where nobody plays the part, e.g. in an anonymous complaint, nobody is
     * told.
     */
    void tell(Notice notice) {
        CaseFile file = cases.get(notice.caseNo());
        Channel channel = channelFor(notice.to());
        Map<String, String> ownWords = ownWords(notice);
        MessageText text = texts.of(notice.event(), channel).filled(name -> said(name, file, ownWords, notice));
        outbox.add(recipients(notice, file, channel).stream()
                .map(it -> new Draft(
                        file.caseNo(),
                        text.event(),
                        text.name(),
                        channel,
                        it.recipient(),
                        occasion(notice),
                        text.subject(),
                        text.text(),
                        it.notSent()))
                .toList());
    }

    /** Colleagues get mail, persons of the case a text message. */
    static Channel channelFor(String to) {
        return COLLEAGUES.contains(to) ? Channel.MAIL : Channel.SMS;
    }

    /** Somebody, and why nothing will be sent to him or her. */
    private record Addressee(Recipient recipient, @Nullable Reason notSent) {}

    private List<Addressee> recipients(Notice notice, CaseFile file, Channel channel) {
        Reason closed = carriers.of(channel).isEmpty() ? Reason.CHANNEL_CLOSED : null;
        if (channel == Channel.SMS) {
            return parties.toBeTold(file.caseNo(), notice.to()).stream()
                    .map(id -> new Addressee(Recipient.party(notice.to(), id), closed))
                    .toList();
        }
        boolean leads = notice.to().equals(LEADS) || notice.to().equals(HOLDERS_LEADS);
        return unitsOf(notice, file)
                .flatMap(unit -> membersOf(unit, leads, closed).stream())
                .distinct()
                .toList();
    }

    /** Units that hold the case now; while nobody does, the one that took it up answers for it (首问负责, AP.M2). */
    private Stream<Unit> unitsOf(Notice notice, CaseFile file) {
        if (notice.to().equals(OFFICERS) || notice.to().equals(LEADS)) {
            return Stream.of(units.get(notice.unit() == null ? file.unit() : notice.unit()));
        }
        List<String> holding = holdings.of(file.caseNo()).stream()
                .filter(Holding::holds)
                .map(Holding::unit)
                .distinct()
                .toList();
        return (holding.isEmpty() ? List.of(file.unit()) : holding).stream().map(units::get);
    }

    private List<Addressee> membersOf(Unit unit, boolean leads, @Nullable Reason closed) {
        List<Addressee> members = staff(unit, leads).stream()
                .map(it -> new Addressee(Recipient.user(it.user()), it.mail() == null ? Reason.NO_MAIL : closed))
                .toList();
        return members.isEmpty() ? List.of(new Addressee(Recipient.group(unit.officers()), Reason.NOBODY)) : members;
    }

    /** A unit whose leads are not on file has its officers told: better anybody than nobody. */
    private List<Member> staff(Unit unit, boolean leads) {
        List<Member> found = leads ? staff.of(unit.leads()) : List.of();
        return found.isEmpty() ? staff.of(unit.officers()) : found;
    }

    private String said(String name, CaseFile file, Map<String, String> ownWords, Notice notice) {
        if (ownWords.containsKey(name)) {
            return ownWords.get(name);
        }
        CaseFact fact = facts.named(name)
                .orElseThrow(() -> new IllegalStateException("the message " + notice.event() + " says " + name
                        + ", which needs the field clock of the notify step"));
        return fact.of(file).orElse(NONE);
    }

    private Map<String, String> ownWords(Notice notice) {
        ClockKey key = notice.aboutClock();
        if (key == null) {
            return Map.of();
        }
        CaseClock about = clocks.find(key.caseNo(), key.kind(), key.occasion())
                .orElseThrow(() -> new IllegalStateException("there is no clock " + key));
        return Map.of(Event.CLOCK_NAME, about.name(), Event.CLOCK_LAST_DAY, about.lastDay());
    }

    /** A clock is spoken of again on another day, anything else once in a case. */
    private String occasion(Notice notice) {
        if (notice.occasion() != null) {
            return notice.occasion();
        }
        ClockKey about = notice.aboutClock();
        return about == null
                ? ""
                : Stream.of(about.kind(), about.occasion(), LocalDate.now(clock).toString())
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining(" "));
    }
}
