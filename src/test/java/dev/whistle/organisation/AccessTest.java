package dev.whistle.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.testing.OnH2;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnH2
class AccessTest {

    @Autowired
    Access access;

    @Autowired
    Units units;

    @Test
    void aCommunityIsOverseenByItsStreetAndTheDistrictOffice() {
        assertThat(access.overseers("community-wanli-1"))
                .extracting(Unit::id)
                .containsExactly("street-wanli", "district-office");
        assertThat(access.readers("community-wanli-1.officer")).containsExactly("street-wanli.officer");
    }

    @Test
    void whatALeadHoldsHisOfficersMayRead() {
        assertThat(access.readers("street-wanli.lead")).containsExactly("street-wanli.officer");
        assertThat(access.readers("street-wanli.officer")).isEmpty();
    }

    @Test
    void aGroupThatIsNoUnitsHasNoReaders() {
        assertThat(access.readers("camunda-admin")).isEmpty();
        assertThat(access.readers("street-elsewhere.officer")).isEmpty();
    }

    @Test
    void theDistrictOfficeReadsAllAStreetItsTreeAndOthersTheirOwn() {
        assertThat(readable("district-office.officer")).hasSameSizeAs(units.all());
        assertThat(readable("street-wanli.lead"))
                .containsExactlyInAnyOrder(
                        "street-wanli", "community-wanli-1", "community-wanli-2", "community-wanli-3");
        assertThat(readable("community-wanli-1.officer")).containsExactly("community-wanli-1");
        assertThat(readable("dept-fire.officer")).containsExactly("dept-fire");
        assertThat(readable("company-1.officer")).containsExactly("company-1");
        assertThat(readable("camunda-admin")).isEmpty();
    }

    private Iterable<String> readable(String group) {
        return access.readableUnits(Officer.of("somebody", List.of(group)));
    }
}
