package dev.whistle.register;

import java.time.LocalDate;

/** From this day on a street calls this company in an emergency, until it names another (AS.4). */
public record Standby(String street, String company, LocalDate from) {}
