package dev.whistle.organisation;

/** The three classes of compounds (一(三) of JJ): commercial 商业开发, resettlement 安置, old 老旧. */
public enum CompoundClass {
    COMMERCIAL("商业开发"),
    RESETTLEMENT("安置"),
    OLD("老旧");

    private final String label;

    CompoundClass(String label) {
        this.label = label;
    }

    /** As officers say it. */
    public String label() {
        return label;
    }
}
