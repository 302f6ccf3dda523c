package dev.whistle.web;

import dev.whistle.clock.CalendarYear;
import dev.whistle.clock.CalendarYears;
import dev.whistle.clock.DraftDay;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Holidays and make-up workdays, year by year. */
@RestController
@RequestMapping("/api/calendar")
@Tag(name = "工作日历")
class CalendarController {

    private static final int DAYS_OF_A_YEAR = 366;

    private final CalendarYears years;

    CalendarController(CalendarYears years) {
        this.years = years;
    }

    /** Both lists must be there: a year without make-up workdays says so, or they would be forgotten silently. */
    record Announced(
            @NotEmpty @Size(max = DAYS_OF_A_YEAR) List<@NotNull DraftDay> holidays,
            @NotNull @Size(max = DAYS_OF_A_YEAR) List<@NotNull DraftDay> workdays) {}

    @GetMapping("/{year}")
    @OpenTo(Audience.ANYBODY)
    @Operation(summary = "一年的节假日和调休上班日；published 为 false 时尚未公布")
    CalendarYear get(@PathVariable @Min(2000) @Max(2100) int year) {
        return years.of(year);
    }

    @PutMapping("/{year}")
    @OpenTo({Audience.DISTRICT_LEAD, Audience.ADMINISTRATOR})
    @Operation(summary = "导入一年的节假日和调休上班日，受影响的期限随即重新计算")
    CalendarYear put(@PathVariable @Min(2000) @Max(2100) int year, @RequestBody @Valid Announced announced) {
        return years.publish(year, announced.holidays(), announced.workdays());
    }
}
