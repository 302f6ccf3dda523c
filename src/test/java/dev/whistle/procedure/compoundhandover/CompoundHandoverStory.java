package dev.whistle.procedure.compoundhandover;

import java.util.HashMap;
import java.util.Map;

/** What people enter in the forms of a compound's handover. */
public final class CompoundHandoverStory {

    private CompoundHandoverStory() {}

    /** A company is called in an emergency, by the street. */
    public static Map<String, Object> emergency(String company, String from) {
        return new HashMap<>(Map.of(
                "standInBasis",
                "emergency",
                "commissioner",
                "street",
                "takingOver",
                company,
                "takesOverFrom",
                from,
                "standInNote",
                "招标期间不中断服务"));
    }

    /** The community or the street gives basic service. */
    public static Map<String, Object> basicService(String unit, String from) {
        return new HashMap<>(Map.of(
                "standInBasis", "basic-service", "serviceUnit", unit, "takesOverFrom", from, "standInNote", "保洁、秩序维护"));
    }

    /** The successor begins on the day after the last. */
    public static Map<String, Object> nobodyNeeded() {
        return new HashMap<>(Map.of("standInBasis", "none", "standInNote", "接续方次日接手"));
    }

    /** Whoever may decide it has decided who follows. */
    public static Map<String, Object> decided(String day, String by, String successor) {
        return new HashMap<>(Map.of("decidedBy", by, "decidedOn", day, "successor", successor, "decisionNote", "依法表决"));
    }

    /** The company hands over nothing, or not all. */
    public static Map<String, Object> refused() {
        return new HashMap<>(Map.of("handoverResult", "refused", "refusedWhy", "账册、备用金没有移交"));
    }

    /** A tender has been won. */
    public static Map<String, Object> chosen(String company, String number, String from, String until) {
        return new HashMap<>(Map.of(
                "tenderResult",
                "chosen",
                "tenderCompany",
                company,
                "contractNumber",
                number,
                "takesOverFrom",
                from,
                "contractUntil",
                until,
                "yearlySum",
                1200000,
                "grade",
                "2"));
    }
}
