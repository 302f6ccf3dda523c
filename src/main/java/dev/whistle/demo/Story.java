package dev.whistle.demo;

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
