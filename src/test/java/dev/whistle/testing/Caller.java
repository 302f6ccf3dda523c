package dev.whistle.testing;

/** Those who call in tests about access: one of the demo district for each role. */
public enum Caller {
    ANONYMOUS(""),
    OTHER_STREET("guandou"),
    DISTRICT("district"),
    COMPANY("company-1"),
    ADMINISTRATOR("admin");

    public static final String PASSWORD = "demo";

    private final String user;

    Caller(String user) {
        this.user = user;
    }

    public String user() {
        return user;
    }
}
