package dev.whistle.organisation;

/** The three classes of compounds (一(三) of JJ): commercial 商业开发, resettlement 安置, old 老旧. */
public enum CompoundClass {
    COMMERCIAL,
    RESETTLEMENT,
    OLD
}
