package dev.whistle.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.whistle.casefile.PartyRefusedException.Reason;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.TableDump;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class PartiesTest {

    @Nested
    @OnH2
    class H2 extends OnAnyDatabase {}

    @Nested
    @OnPostgres
    class PostgreSql extends OnAnyDatabase {}

    abstract static class OnAnyDatabase {

        private static final PartyDetails ZHANG =
                new PartyDetails("complainant", "欧阳测试", "139 8877 6655", "湾里街道湾里花园3栋2单元501室");

        @Autowired
        Parties parties;

        @Autowired
        Timeline timeline;

        @Autowired
        JdbcTemplate jdbc;

        @Autowired
        IdentityService identities;

        @AfterEach
        void logOut() {
            identities.clearAuthentication();
        }

        @Test
        void isShownMasked() {
            String caseNo = CaseRows.open(jdbc);
            String id = parties.add(caseNo, ZHANG);

            assertThat(parties.of(caseNo))
                    .containsExactly(
                            new MaskedParty(id, "complainant", "投诉人", "欧阳**", "139****6655", "湾里街道湾里花园***", null));
        }

        @Test
        void isRevealedByALoggedAct() {
            String caseNo = CaseRows.open(jdbc);
            String id = parties.add(caseNo, ZHANG);
            identities.setAuthentication("wanli", List.of("street-wanli.officer"));

            assertThat(parties.reveal(caseNo, id))
                    .isEqualTo(new PartyDetails("complainant", "欧阳测试", "13988776655", "湾里街道湾里花园3栋2单元501室"));

            assertThat(timeline.of(caseNo)).singleElement().satisfies(line -> {
                assertThat(line.kind()).isEqualTo(EventKind.REVEALED);
                assertThat(line.name()).isEqualTo("查看投诉人的个人信息");
                assertThat(line.actor()).isEqualTo("wanli");
                assertThat(line.unit()).isEqualTo("street-wanli");
                assertThat(line.entered()).containsExactly(new Entry("complainant", "投诉人", null, id));
            });
        }

        @Test
        void revealsNobodyOfAnotherCase() {
            String id = parties.add(CaseRows.open(jdbc), ZHANG);
            String other = CaseRows.open(jdbc);

            assertThatExceptionOfType(NotOnFileException.class)
                    .isThrownBy(() -> parties.reveal(other, id))
                    .satisfies(refusal -> assertThat(refusal.what()).isEqualTo(NotOnFileException.What.PARTY));
            assertThat(timeline.of(other)).isEmpty();
        }

        @Test
        void standsInNoTableInClear() {
            String caseNo = CaseRows.open(jdbc);
            String id = parties.add(caseNo, ZHANG);
            parties.reveal(caseNo, id);

            assertThat(TableDump.of(jdbc, "whistle", ""))
                    .contains(caseNo, id)
                    .doesNotContain("欧阳测试", "13988776655", "8877 6655", "501室");
            assertThat(TableDump.of(jdbc, "public", "act_")).doesNotContain("欧阳测试", "13988776655");
        }

        @Test
        void isNeverEncryptedTwiceAlike() {
            String first = parties.add(CaseRows.open(jdbc), ZHANG);
            String second = parties.add(CaseRows.open(jdbc), ZHANG);

            Map<String, Object> one = row(first);
            Map<String, Object> two = row(second);
            assertThat(one.get("name_cipher")).isNotEqualTo(two.get("name_cipher"));
            assertThat(one.get("phone_hash")).isEqualTo(two.get("phone_hash"));
            assertThat(one.get("person_hash")).isEqualTo(two.get("person_hash"));
        }

        @Test
        void doesNotOpenInAnotherRow() {
            String caseNo = CaseRows.open(jdbc);
            String mine = parties.add(caseNo, ZHANG);
            String theirs = parties.add(CaseRows.open(jdbc), ZHANG);
            jdbc.update(
                    "update whistle.party set name_cipher = ? where id = ?",
                    row(theirs).get("name_cipher"),
                    mine);

            assertThatExceptionOfType(DamagedPersonalDataException.class).isThrownBy(() -> parties.of(caseNo));
        }

        @Test
        void doesNotOpenInAnotherColumn() {
            String caseNo = CaseRows.open(jdbc);
            String id = parties.add(caseNo, ZHANG);
            jdbc.update("update whistle.party set address_cipher = name_cipher where id = ?", id);

            assertThatExceptionOfType(DamagedPersonalDataException.class).isThrownBy(() -> parties.of(caseNo));
        }

        @Test
        void givenTwiceIsOnFileOnce() {
            String caseNo = CaseRows.open(jdbc);
            String id = parties.add(caseNo, ZHANG);
            PartyDetails typedOtherwise =
                    new PartyDetails("complainant", " 欧阳测试 ", "+86-13988776655", "湾里街道湾里花园3栋2单元501室");

            assertThat(parties.add(caseNo, typedOtherwise)).isEqualTo(id);
            assertThat(parties.of(caseNo)).hasSize(1);
        }

        @Test
        void doesNotReplaceAnother() {
            String caseNo = CaseRows.open(jdbc);
            parties.add(caseNo, ZHANG);

            refused(Reason.ROLE_TAKEN, () -> parties.add(caseNo, new PartyDetails("complainant", "李四", null, null)));
            assertThat(parties.of(caseNo))
                    .singleElement()
                    .satisfies(it -> assertThat(it.name()).isEqualTo("欧阳**"));
        }

        @Test
        void mayGiveNothingButTheRole() {
            String caseNo = CaseRows.open(jdbc);
            String id = parties.add(caseNo, new PartyDetails("tenant", " ", null, ""));

            assertThat(parties.of(caseNo))
                    .containsExactly(new MaskedParty(id, "tenant", "当事人", null, null, null, null));
            assertThat(row(id)).containsEntry("phone_hash", null).containsEntry("person_hash", null);
        }

        @Test
        void isRefusedWithAPhoneThatIsNone() {
            String caseNo = CaseRows.open(jdbc);

            refused(Reason.PHONE, () -> parties.add(caseNo, new PartyDetails("complainant", "李四", "12345", null)));
            assertThat(parties.of(caseNo)).isEmpty();
        }

        @Test
        void fitsTheColumnsAtItsLongest() {
            String caseNo = CaseRows.open(jdbc);
            PartyDetails longest = new PartyDetails(
                    "complainant", "名".repeat(Parties.NAME_LENGTH), null, "址".repeat(Parties.ADDRESS_LENGTH));
            String id = parties.add(caseNo, longest);

            assertThat(parties.reveal(caseNo, id)).isEqualTo(longest);
            refused(
                    Reason.TOO_LONG,
                    () -> parties.add(
                            CaseRows.open(jdbc),
                            new PartyDetails("complainant", "名".repeat(Parties.NAME_LENGTH + 1), null, null)));
        }

        @Test
        void isFoundByPhoneTheNewestCaseFirst() {
            PartyDetails caller = new PartyDetails("complainant", "王五", "0553-3812345转8", null);
            String older = CaseRows.open(jdbc);
            String newer = CaseRows.open(jdbc);
            parties.add(older, caller);
            parties.add(newer, new PartyDetails("contact", "王五的同事", "0553 381 2345-8", null));

            assertThat(parties.casesWithPhone("05533812345#8")).containsExactly(newer, older);
            assertThat(parties.casesWithPhone("0553-3812345")).isEmpty();
            assertThat(parties.casesWithPhone("王五")).isEmpty();
        }

        private Map<String, @Nullable Object> row(String id) {
            return jdbc.queryForMap("select * from whistle.party where id = ?", id);
        }

        private static void refused(Reason reason, Runnable act) {
            assertThatExceptionOfType(PartyRefusedException.class)
                    .isThrownBy(act::run)
                    .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
        }
    }
}
