package dev.whistle.clock;

/** What it means to miss a period: a statute is broken, a promise of service, or only an inner rule. */
public enum Effect {
    STATUTORY,
    SERVICE,
    INTERNAL
}
