package dev.whistle.sanction;

/** What has become of a rung; in the ledger each is an event, of which the last one counts. */
public enum SanctionState {
    IMPOSED("正在制发"),
    SERVED("已送达"),
    RECTIFIED("整改到位"),
    UNRECTIFIED("没有整改到位"),
    DONE("已实施"),
    REVOKED("已撤销");

    private final String label;

    SanctionState(String label) {
        this.label = label;
    }

    /** As officers say it. */
    public String label() {
        return label;
    }
}
