package dev.whistle.casefile;

import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a case's cover sheet says of it. */
@Component
class CoverFacts implements CaseFactSource {

    private final Compounds compounds;
    private final Units units;
    private final Clock clock;

    CoverFacts(Compounds compounds, Units units, Clock clock) {
        this.compounds = compounds;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<CaseFact> facts() {
        return List.of(
                CaseFact.open("case.caseNo", "案件编号", file -> Optional.of(file.caseNo())),
                CaseFact.open("case.title", "事由", file -> Optional.of(file.title())),
                CaseFact.open("case.details", "情况说明", file -> Optional.ofNullable(file.details())),
                CaseFact.open("case.place", "小区或地点", this::place),
                CaseFact.open(
                        "case.unit", "首次接待单位", file -> units.find(file.unit()).map(Unit::name)),
                CaseFact.open(
                        "case.company",
                        "物业服务企业",
                        file -> Optional.ofNullable(file.company())
                                .flatMap(units::find)
                                .map(Unit::name)),
                CaseFact.open("case.receivedAt", "收到日期", file -> Optional.of(day(file.receivedAt()))),
                CaseFact.open("case.trackingCode", "查询码", file -> Optional.of(file.trackingCode())));
    }

    private Optional<String> place(CaseFile file) {
        return Optional.ofNullable(file.compound())
                .flatMap(compounds::find)
                .map(Compound::name)
                .or(() -> Optional.ofNullable(file.place()));
    }

    private String day(Instant instant) {
        return ChineseTime.of(instant.atZone(clock.getZone()).toLocalDate());
    }
}
