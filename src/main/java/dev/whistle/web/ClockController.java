package dev.whistle.web;

import dev.whistle.engine.AdjustableClock;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moves the clock for rehearsals. Where the clock is not adjustable, the route does not exist. */
@RestController
@RequestMapping("/api/clock")
@ConditionalOnProperty("whistle.clock.adjustable")
@Tag(name = "时钟")
class ClockController {

    private static final Logger LOG = LoggerFactory.getLogger(ClockController.class);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final AdjustableClock clock;
    private final CurrentOfficer current;

    ClockController(AdjustableClock clock, CurrentOfficer current) {
        this.clock = clock;
        this.current = current;
    }

    /**
     * What time it is for the installation.
     *
     * @param now null in a request means real time
     */
    record Setting(@Nullable OffsetDateTime now) {}

    @GetMapping
    @OpenTo(Audience.ADMINISTRATOR)
    @Operation(summary = "现在是几点（演练时钟）")
    Setting read() {
        return new Setting(clock.now().atZone(CHINA).toOffsetDateTime());
    }

    @PostMapping
    @OpenTo(Audience.ADMINISTRATOR)
    @Operation(summary = "拨动演练时钟；now 为 null 时恢复实际时间")
    Setting set(@RequestBody Setting wanted) {
        if (wanted.now() == null) {
            return reset();
        }
        clock.moveTo(wanted.now().toInstant());
        LOG.warn("clock moved to {} by {}", wanted.now(), user());
        return read();
    }

    @DeleteMapping
    @OpenTo(Audience.ADMINISTRATOR)
    @Operation(summary = "恢复实际时间")
    Setting reset() {
        clock.reset();
        LOG.warn("clock back to real time by {}", user());
        return read();
    }

    private String user() {
        return current.get().map(Officer::user).orElse("-");
    }
}
