package dev.whistle.web;

import dev.whistle.casefile.Cases;
import dev.whistle.sanction.Sanction;
import dev.whistle.sanction.Sanctions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What units have come to on the ladder of notices (P03). */
@RestController
@Tag(name = "抄告、督办、通报")
class SanctionController {

    private final Sanctions sanctions;
    private final Cases cases;
    private final ReadableUnits units;

    SanctionController(Sanctions sanctions, Cases cases, ReadableUnits units) {
        this.sanctions = sanctions;
        this.cases = cases;
        this.units = units;
    }

    @GetMapping("/api/units/{unit}/sanctions")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "一个单位受到的抄告、督办、通报、约谈、问责，最近的在前")
    List<SanctionView> ofUnit(@PathVariable String unit) {
        List<Sanction> found = sanctions.of(units.get(unit).id());
        Map<String, String> titles =
                cases.titles(found.stream().map(Sanction::matter).toList());
        return found.stream().map(it -> SanctionView.of(it, titles)).toList();
    }
}
