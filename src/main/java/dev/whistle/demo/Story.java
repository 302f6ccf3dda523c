package dev.whistle.demo;

import java.util.Locale;

/**
 * What the people of a case come to do, decided by its number alone, so that the demo and the year of the tests are the
 * same every time.
 *
 * @param declined whether the complaint is somebody else's business
 * @param slow whether whoever handles it takes longer than there is time
 */
record Story(
        int number,
        boolean declined,
        boolean withdrawn,
        boolean slow,
        boolean noticeByLetter,
        boolean dutyUnclear,
        boolean dutyForLeader,
        boolean extended,
        String answerWay,
        String answerResult,
        String satisfaction,
        String reviewDecision) {

    private static final int KINDS = 23;

    static Story of(int number) {
        int kind = number % KINDS;
        return new Story(
                number,
                kind == 3,
                kind == 5,
                kind == 7 || kind == 14,
                kind == 11,
                kind == 2 || kind == 12,
                kind == 12,
                kind == 4,
                kind == 1 || kind == 16 ? "letter" : kind % 4 == 0 ? "visit" : "phone",
                kind == 9 ? "unresolved" : kind % 6 == 1 ? "explained" : "resolved",
                kind == 6 || kind == 9
                        ? "dissatisfied"
                        : kind == 17 ? "unreached" : kind % 3 == 0 ? "basic" : "satisfied",
                kind == 6 ? "upheld" : "redo");
    }

    /** Whether it is merged where there is an open complaint of the same matter. */
    boolean mergesIfItCan() {
        return number % 3 != 0;
    }

    /** How many rungs of the ladder pass before whoever missed the duty puts it right; there are three. */
    private int rungsUnmoved() {
        return number / KINDS % 4;
    }

    /** Whether it has been put right when this rung is checked. */
    boolean putsRight(Rung rung) {
        return rung.ordinal() >= rungsUnmoved();
    }

    /** Whether anything is reported to the office on this rung; otherwise its last day passes. */
    boolean reports(Rung rung) {
        return putsRight(rung) || rungsUnmoved() % 2 == 1;
    }

    /** Whether a department that is late did not want to act (JJ.A7.3.7), or had reason to be. */
    boolean shirked() {
        return number % 2 == 0;
    }

    /** Measures of the ladder that give time to put it right. */
    enum Rung {
        FIRST_NOTICE,
        SUPERVISION,
        BULLETIN;

        static Rung of(String measure) {
            return valueOf(measure.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Whether a department hands a whistle back at first. */
    boolean returned() {
        return number % 13 == 4;
    }

    /** Whether a violation is punished: three in a year (YQ). */
    boolean penalty() {
        return number % 31 == 10;
    }

    /** One of these words, another for each case. */
    String one(String... words) {
        return words[number % words.length];
    }
}
