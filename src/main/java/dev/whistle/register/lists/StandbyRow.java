package dev.whistle.register.lists;

import dev.whistle.sheet.Heading;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which company a street calls in an emergency (AS.4) from a day on. */
@Heading("应急保障")
public record StandbyRow(
        String street,
        @Heading("镇街") String streetName,
        String company,
        @Heading("企业") String companyName,
        @Heading("开始日期") LocalDate from,
        @Nullable LocalDate to) {}
